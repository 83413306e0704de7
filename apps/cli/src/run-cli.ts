import { CommanderError } from 'commander';
import { codeOf, EXIT, exitCodeOf, isExpected } from './exit-code.ts';
import { createProgram } from './program.ts';
import { watchInterrupts } from './terminal/interrupts.ts';

/** Runs the command line and resolves with its exit code. */
export async function runCli(args: readonly string[]): Promise<number> {
  const interrupts = watchInterrupts();
  ignoreClosedPipe();
  try {
    await createProgram(interrupts.signal).parseAsync(args, { from: 'user' });
    return EXIT.done;
  } catch (error) {
    if (interrupts.exitCode !== undefined) return interrupts.exitCode;
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
    reportFailure(error, args.includes('--json'));
    return exitCodeOf(error);
  } finally {
    interrupts.dispose();
  }
}

function reportFailure(error: unknown, asJson: boolean): void {
  const message = error instanceof Error ? error.message : String(error);
  if (asJson) console.log(JSON.stringify({ error: { code: codeOf(error), message } }));
  else if (!(error instanceof CommanderError)) console.error(isExpected(error) ? `error: ${message}` : error);
}

/** `fashion-mnist … | head` closes the pipe: that is no fault. */
function ignoreClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done);
    throw error;
  });
}
