import { execFile } from 'node:child_process';
import type { SourceContext } from './source.ts';

const TIMEOUT_MS = 120_000;

/** Runs a program of the machine to its end; rejects with the last line that it said. */
export function runCommand(
  command: string,
  args: readonly string[],
  cwd: string,
  { signal }: SourceContext,
): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { cwd, signal, timeout: TIMEOUT_MS }, (error, _stdout, stderr) => {
      if (error === null) return resolve();
      if (signal?.aborted) return reject(signal.reason as Error);
      if (error.code === 'ENOENT') return reject(new Error(`${command} is not on this machine`));
      const lastLine = stderr.trim().split('\n').at(-1) || error.message;
      reject(new Error(`${command}: ${error.killed ? `no end after ${TIMEOUT_MS / 1000} s` : lastLine}`));
    });
  });
}
