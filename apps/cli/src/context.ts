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
  /** Hands the result over: the lines to people, the data to programs (`--json`). */
  print(lines: readonly string[], data: unknown): void;
}

export function createContext(
  { json = false, quiet = false }: CommonOptions,
  signal: AbortSignal,
): CommandContext {
  const progress = createProgress({ quiet: quiet || json, canMove: canMove(process.stderr) });
  return {
    signal,
    progress,
    print(lines, data) {
      progress.stop();
      if (json) console.log(JSON.stringify(data));
      else if (!quiet) console.log(lines.join('\n'));
    },
  };
}
