import { UsageError } from './usage-error.ts';

/** More threads than any machine has that people work on. */
export const MOST_THREADS = 256;

/**
 * How many threads the user wants: as an option says, or else FASHION_MNIST_THREADS; undefined for as many as there are
 * cores.
 */
export function threadCount(
  option: number | undefined,
  variable: string | undefined = process.env['FASHION_MNIST_THREADS'],
): number | undefined {
  if (option !== undefined || variable === undefined || variable === '') return option;
  const count = /^[0-9]+$/.test(variable) ? Number(variable) : 0;
  if (count >= 1 && count <= MOST_THREADS) return count;
  throw new UsageError(`FASHION_MNIST_THREADS: expected 1..${MOST_THREADS}, got ${variable}`);
}
