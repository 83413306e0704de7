// Says of each command line of a JSON list on stdin what the program has against it, or null; carries nothing out.
import { text } from 'node:stream/consumers';

interface ProgramCommand {
  readonly commands: readonly ProgramCommand[];
  action(does: () => void): unknown;
  exitOverride(): unknown;
  configureOutput(output: { writeErr(): void; writeOut(): void }): unknown;
  parseAsync(words: readonly string[], options: { from: 'user' }): Promise<unknown>;
}

interface ProgramModule {
  createProgram(words: readonly string[], signal: AbortSignal): Promise<ProgramCommand>;
}

const source = new URL('../../cli/src/program.ts', import.meta.url).href;
const { createProgram } = (await import(source)) as ProgramModule;
const lines = JSON.parse(await text(process.stdin)) as readonly (readonly string[])[];

const complaints: (string | null)[] = [];
for (const words of lines) complaints.push(await complaintAbout(words));
process.stdout.write(JSON.stringify(complaints));

async function complaintAbout(words: readonly string[]): Promise<string | null> {
  const program = await createProgram(words, new AbortController().signal);
  disarm(program);
  try {
    await program.parseAsync(words, { from: 'user' });
    return null;
  } catch (error) {
    const { exitCode, message } = error as Error & { readonly exitCode?: number };
    return exitCode === 0 ? null : message;
  }
}

/** Commands do nothing, and say nothing. */
function disarm(command: ProgramCommand): void {
  command.action(() => {});
  command.exitOverride();
  command.configureOutput({ writeErr: () => {}, writeOut: () => {} });
  for (const subcommand of command.commands) disarm(subcommand);
}
