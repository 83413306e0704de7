import { createRng } from '@fashion-mnist/core';

/**
 * The seed of a repeat: the same for all configurations of a run, which so learn from the same shuffled samples.
 *
 * @param seed - Of the run, a whole number `0..2^53 - 1`.
 * @param repeat - From 0.
 * @throws {RangeError} one of them is no such number.
 */
export function repeatSeed(seed: number, repeat: number): number {
  const stream = createRng(seed).split(repeat);
  return (stream.nextUint32() >>> 11) * 2 ** 32 + stream.nextUint32();
}
