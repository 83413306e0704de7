import { CommanderError } from 'commander';
import { detailsOf, type ErrorDetails } from './detailed-error.ts';
import { codeOf, EXIT, exitCodeOf, isExpected } from './exit-code.ts';
import { IncompleteError } from './incomplete-error.ts';
import { InterruptedError } from './interrupted-error.ts';
import { createProgram } from './program.ts';
import { shorten } from './terminal/format.ts';
import { watchInterrupts } from './terminal/interrupts.ts';
import { printable, printableLines } from './terminal/printable.ts';

/** Runs the command line and resolves with its exit code. */
export async function runCli(args: readonly string[]): Promise<number> {
  const interrupts = watchInterrupts();
  const asJson = args.includes('--json');
  try {
    const program = await createProgram(args, interrupts.signal);
    await program.parseAsync(args, { from: 'user' });
    return EXIT.done;
  } catch (error) {
    if (interrupts.exitCode !== undefined) {
      if (asJson && error instanceof IncompleteError) return exitCodeOf(error);
      reportInterruption(error, asJson);
      return interrupts.exitCode;
    }
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
    if (asJson && error instanceof IncompleteError) return exitCodeOf(error);
    if (asJson) printError(codeOf(error), messageOf(error), detailsOf(error).fields);
    else if (!(error instanceof CommanderError)) console.error(isExpected(error) ? linesOf(error) : error);
    return exitCodeOf(error);
  } finally {
    interrupts.dispose();
  }
}

/** A command that was interrupted ends without a word, unless it has something to tell. */
function reportInterruption(error: unknown, asJson: boolean): void {
  const { lines, fields } = detailsOf(error instanceof InterruptedError ? error : undefined);
  if (asJson) printError('E_INTERRUPTED', 'interrupted', fields);
  else for (const line of lines) console.error(printable(line));
}

function printError(code: string, message: string, fields: ErrorDetails['fields'] = {}): void {
  console.log(JSON.stringify({ error: { code, message, ...fields } }));
}

function linesOf(error: unknown): string {
  const lines = detailsOf(error).lines.map(printable);
  const colon = lines.length > 0 ? ':' : '';
  return [`error: ${printableLines(messageOf(error))}${colon}`, ...lines].join('\n');
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!(error instanceof CommanderError)) return shorten(error.message);
  return error.code === 'commander.help'
    ? 'expected a command: see --help'
    : shorten(error.message.replace(/^error: /, ''));
}
