import { canMove } from './terminal/can-move.ts';
import { createProgress, type Progress } from './terminal/progress.ts';

/** Options that every command takes. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** What a command works with beside its own options. */
export interface CommandContext {
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** Tells people something before the result is there; programs get all of it with the result. */
  say(lines: readonly string[]): void;
  /** Hands the result over, once: the lines to people, the data to programs (`--json`). */
  print(lines: readonly string[], data: unknown): void;
}

export async function createContext(
  { json = false, quiet = false }: CommonOptions,
  signal: AbortSignal,
): Promise<CommandContext> {
  const progress = await createProgress({ quiet: quiet || json, canMove: canMove(process.stderr) });
  const say = (lines: readonly string[]): void => {
    progress.stop();
    if (!quiet && !json) console.log(lines.join('\n'));
  };
  return {
    signal,
    progress,
    say,
    print(lines, data) {
      say(lines);
      if (json) console.log(JSON.stringify(data));
    },
  };
}
