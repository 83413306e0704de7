import { coreCount } from '#spawn';
import { KernelsError } from '../errors.ts';

const MOST_THREADS = 64;

/**
 * A number of threads that may be had; by default as many as there are cores.
 *
 * @throws {KernelsError} `E_COUNT` - not `1..64`.
 */
export function requireThreads(threads: number = Math.min(coreCount(), MOST_THREADS)): number {
  if (Number.isInteger(threads) && threads >= 1 && threads <= MOST_THREADS) return threads;
  throw new KernelsError('E_COUNT', `threads: expected 1..${MOST_THREADS}, got ${threads}`);
}
