import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Contender } from '../runner/benchmark.ts';

const CHILD = fileURLToPath(new URL('peak-memory-child.ts', import.meta.url));
const BYTES_PER_MB = 1e6;

/** Peak memory of a process that loads all images, above a process that has only imported what loads them. */
export function memoryOfLoading(name: string, cacheDir: string): Contender {
  return {
    name,
    measure: async () => ((await peakBytes([cacheDir])) - (await peakBytes([]))) / BYTES_PER_MB,
  };
}

async function peakBytes(args: readonly string[]): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [...process.execArgv, CHILD, ...args]);
  return (JSON.parse(stdout) as { readonly peakBytes: number }).peakBytes;
}
