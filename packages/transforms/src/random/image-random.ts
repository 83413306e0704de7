import { philox4x32 } from '@fashion-mnist/core';
import { TransformError } from '../errors.ts';
import type { RandomOptions } from './random-options.ts';
import { WORD } from './word.ts';

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

/**
 * Philox4x32-10 with one counter per image and draw: its counter is (block, stream, image, epoch), its key the seed.
 *
 * @param imageCount - Of the batch: each of its images must have an index of its own.
 * @throws {TransformError} `E_OPTION` - a number outside its range, or not one index for each image.
 */
export function imageRandom(operation: string, options: RandomOptions, imageCount: number): ImageRandom {
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
  requireIndices(operation, firstIndex, indices, imageCount);
  return new PhiloxRandom(seed, stream, epoch, firstIndex, indices);
}

function requireIndices(
  operation: string,
  firstIndex: number,
  indices: ArrayLike<number> | undefined,
  imageCount: number,
): void {
  if (indices === undefined) {
    const last = firstIndex + Math.max(1, imageCount) - 1;
    if (last >= WORD) throw indexError(`${operation}.firstIndex`, last);
    return;
  }
  const { length } = Object(indices) as Partial<ArrayLike<number>>;
  if (length !== imageCount)
    throw new TransformError(
      'E_OPTION',
      `${operation}.indices: expected one for each of ${imageCount} images, got ${length ?? 'no list'}`,
    );
  for (let image = 0; image < imageCount; image++) {
    const index = indices[image] as number;
    if (!(Number.isInteger(index) && index >= 0 && index < WORD))
      throw indexError(`${operation}.indices`, index);
  }
}

function indexError(option: string, index: number): TransformError {
  return new TransformError(
    'E_OPTION',
    `${option}: expected images with whole numbers in 0..${WORD - 1}, got ${String(index)}`,
  );
}

/** A class, because V8 makes faster code of its methods than of closures over the same state. */
class PhiloxRandom implements ImageRandom {
  readonly #key: Uint32Array;
  readonly #counter: Uint32Array;
  readonly #block = new Uint32Array(4);
  readonly #firstIndex: number;
  readonly #indices: ArrayLike<number> | undefined;
  #used = 4;

  constructor(
    seed: number,
    stream: number,
    epoch: number,
    firstIndex: number,
    indices: ArrayLike<number> | undefined,
  ) {
    this.#key = Uint32Array.of(seed % WORD, Math.floor(seed / WORD));
    this.#counter = Uint32Array.of(0, stream, 0, epoch);
    this.#firstIndex = firstIndex;
    this.#indices = indices;
  }

  start(position: number): void {
    const counter = this.#counter;
    counter[0] = 0;
    counter[2] =
      this.#indices === undefined ? this.#firstIndex + position : (this.#indices[position] as number);
    this.#used = 4;
  }

  nextUint32(): number {
    if (this.#used === 4) {
      philox4x32(this.#counter, this.#key, this.#block);
      this.#counter[0] = (this.#counter[0] as number) + 1;
      this.#used = 0;
    }
    return this.#block[this.#used++] as number;
  }

  nextFloat(): number {
    return this.nextUint32() / WORD;
  }

  nextBetween(low: number, high: number): number {
    return low + (this.nextUint32() / WORD) * (high - low);
  }

  nextInt(bound: number): number {
    // Remainders, exactly: the rounded quotient of two such numbers never reaches the next whole number. `%` is slow.
    let word = this.nextUint32();
    while (word >= WORD - bound && word >= Math.floor(WORD / bound) * bound) word = this.nextUint32();
    return word - Math.floor(word / bound) * bound;
  }
}
