import { philox4x32 } from '@fashion-mnist/core';
import { type ImageKernels, imageKernels, MOST_INDICES } from '../compiled/image-kernels.ts';
import { TransformError } from '../errors.ts';
import { type FirstWords, firstWords } from './first-words.ts';
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
  return new PhiloxRandom(seed, stream, epoch, imageCount, indices ?? firstIndex, imageKernels());
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

/**
 * Makes the first words of some images together, since most operations need no more. A class, because V8 makes faster code of
 * its methods than of closures over the same state.
 */
class PhiloxRandom implements ImageRandom {
  readonly #key: Uint32Array;
  readonly #counter: Uint32Array;
  readonly #block = new Uint32Array(4);
  readonly #imageCount: number;
  readonly #indices: ArrayLike<number> | number;
  readonly #aheadIndices = new Uint32Array(MOST_INDICES);
  readonly #ahead: FirstWords;
  #aheadStart = 0;
  #aheadEnd = 0;
  #image = 0;
  #used = 0;

  /** @param indices - Those of all images, or the first of them. */
  constructor(
    seed: number,
    stream: number,
    epoch: number,
    imageCount: number,
    indices: ArrayLike<number> | number,
    kernels: ImageKernels | undefined,
  ) {
    this.#key = Uint32Array.of(seed % WORD, Math.floor(seed / WORD));
    this.#counter = Uint32Array.of(0, stream, 0, epoch);
    this.#imageCount = imageCount;
    this.#indices = indices;
    this.#ahead = firstWords(this.#key, stream, epoch, this.#aheadIndices, kernels);
  }

  start(position: number): void {
    if (position < this.#aheadStart || position >= this.#aheadEnd) this.#lookAhead(position);
    this.#image = position - this.#aheadStart;
    this.#used = 0;
  }

  nextUint32(): number {
    const used = this.#used++;
    if (used < 4) return this.#ahead.words[used * this.#ahead.imageCount + this.#image] as number;
    if ((used & 3) === 0) this.#nextBlock(used / 4);
    return this.#block[used & 3] as number;
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

  #lookAhead(position: number): void {
    const count = Math.max(1, Math.min(this.#ahead.imageCount, this.#imageCount - position));
    for (let image = 0; image < count; image++) this.#aheadIndices[image] = this.#indexOf(position + image);
    this.#ahead.write(count);
    this.#aheadStart = position;
    this.#aheadEnd = position + count;
  }

  #nextBlock(number: number): void {
    this.#counter[0] = number;
    this.#counter[2] = this.#aheadIndices[this.#image] as number;
    philox4x32(this.#counter, this.#key, this.#block);
  }

  #indexOf(position: number): number {
    return typeof this.#indices === 'number' ? this.#indices + position : (this.#indices[position] as number);
  }
}
