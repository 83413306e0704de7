import { philox4x32 } from '@fashion-mnist/core';
import { TransformError } from '../errors.ts';
import type { RandomOptions } from './random-options.ts';

/** The random numbers of one image after the other, without an allocation. */
export interface ImageRandom {
  /** Goes to the first random number of an image of the batch. */
  start(position: number): void;
  /** A whole number, `0 <= x < 2^32`, uniform. */
  nextUint32(): number;
  /** A number with 32 random bits, `0 <= x < 1`, uniform. */
  nextFloat(): number;
  /** A number with 32 random bits, `low <= x < high`, uniform. */
  nextBetween(low: number, high: number): number;
  /** A whole number, `0 <= x < bound`, uniform without bias; `bound` is `1..2^32`. */
  nextInt(bound: number): number;
}

const WORD = 2 ** 32;

/**
 * Philox4x32-10 with one counter per image and draw: its counter is (block, stream, image, epoch), its key the seed.
 *
 * @throws {TransformError} `E_OPTION` - a number outside its range.
 */
export function imageRandom(operation: string, options: RandomOptions): ImageRandom {
  const { seed = 0, epoch = 0, stream = 0, firstIndex = 0, indices } = options;
  for (const [name, value, bound] of [
    ['seed', seed, 2 ** 53],
    ['epoch', epoch, WORD],
    ['stream', stream, WORD],
    ['firstIndex', firstIndex, WORD],
  ] as const)
    if (!Number.isInteger(value) || value < 0 || value >= bound)
      throw new TransformError(
        'E_OPTION',
        `${operation}.${name}: expected a whole number in 0..${bound - 1}, got ${value}`,
      );
  const key = Uint32Array.of(seed % WORD, Math.floor(seed / WORD));
  const counter = Uint32Array.of(0, stream, 0, epoch);
  const block = new Uint32Array(4);
  let used = 4;

  function nextUint32(): number {
    if (used === 4) {
      philox4x32(counter, key, block);
      counter[0] = (counter[0] as number) + 1;
      used = 0;
    }
    return block[used++] as number;
  }

  return {
    start(position) {
      counter[0] = 0;
      counter[2] = indices === undefined ? firstIndex + position : (indices[position] as number);
      used = 4;
    },
    nextUint32,
    nextFloat: () => nextUint32() / WORD,
    nextBetween: (low, high) => low + (nextUint32() / WORD) * (high - low),
    nextInt(bound) {
      // Remainders, exactly: the rounded quotient of two such numbers never reaches the next whole number. `%` is slow.
      const fairLimit = Math.floor(WORD / bound) * bound;
      let word = nextUint32();
      while (word >= fairLimit) word = nextUint32();
      return word - Math.floor(word / bound) * bound;
    },
  };
}
