import { runCli } from './run-cli.ts';
import { bearClosedPipes } from './terminal/closed-pipes.ts';

bearClosedPipes();
process.exitCode = await runCli(process.argv.slice(2));
