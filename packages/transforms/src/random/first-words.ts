import { philox4x32 } from '@fashion-mnist/core';
import { type ImageKernels, MOST_INDICES } from '../compiled/image-kernels.ts';

/** The first four random words of some images: the first of each, the second of each, and so on. */
export interface FirstWords {
  /** How many images are done together at most, and so from a word of an image to its next one. */
  readonly imageCount: number;
  readonly words: Uint32Array;
  /** Writes those of the images that are first among the indices. */
  write(imageCount: number): void;
}

/**
 * Philox4x32-10 at the counters (0, stream, index, epoch).
 *
 * @param indices - Borrowed, and read anew each time.
 * @param kernels - undefined for plain TypeScript, which gains nothing from doing images together.
 */
export function firstWords(
  key: Uint32Array,
  stream: number,
  epoch: number,
  indices: Uint32Array,
  kernels: ImageKernels | undefined,
): FirstWords {
  if (kernels === undefined) return plainFirstWords(key, stream, epoch, indices);
  const [key0 = 0, key1 = 0] = key;
  const words = new Uint32Array(4 * MOST_INDICES);
  return {
    imageCount: MOST_INDICES,
    words,
    write(imageCount) {
      kernels.indices.set(indices);
      kernels.philoxWords(key0, key1, stream, epoch, imageCount);
      words.set(kernels.words);
    },
  };
}

function plainFirstWords(key: Uint32Array, stream: number, epoch: number, indices: Uint32Array): FirstWords {
  const counter = Uint32Array.of(0, stream, 0, epoch);
  const words = new Uint32Array(4);
  return {
    imageCount: 1,
    words,
    write() {
      counter[2] = indices[0] as number;
      philox4x32(counter, key, words);
    },
  };
}
