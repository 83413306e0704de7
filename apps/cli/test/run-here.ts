import { vi } from 'vitest';
import { runCli } from '../src/run-cli.ts';

export interface RunHere {
  readonly exitCode: number;
  /** What it prints on stdout, one entry a print. */
  readonly printed: readonly string[];
}

/** Runs the command in this very process, which spares a start; only for what needs no process of its own. */
export async function runHere(args: readonly string[], onPrint?: () => void): Promise<RunHere> {
  const printed: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((text: string) => {
    printed.push(text);
    onPrint?.();
  });
  const error = vi.spyOn(console, 'error').mockImplementation(() => {});
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  const before = [process.stdout, process.stderr].map((stream) => stream.listeners('error'));
  try {
    return { exitCode: await runCli(args), printed };
  } finally {
    log.mockRestore();
    error.mockRestore();
    stderr.mockRestore();
    for (const [at, stream] of [process.stdout, process.stderr].entries())
      for (const listener of stream.listeners('error'))
        if (before[at]?.includes(listener) === false) stream.off('error', listener as () => void);
  }
}
