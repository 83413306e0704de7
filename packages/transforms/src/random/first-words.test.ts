import { philox4x32 } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imageKernels, MOST_INDICES } from '../compiled/image-kernels.ts';
import { firstWords } from './first-words.ts';

const word = fc.oneof(fc.constantFrom(0, 1, 2 ** 31, 2 ** 32 - 1), fc.nat(2 ** 32 - 1));

describe('firstWords', () => {
  it.each([
    ['compiled', imageKernels()],
    ['plain', undefined],
  ])('are those of Philox for each image: %s', (_, kernels) => {
    const ahead = new Uint32Array(MOST_INDICES);
    fc.assert(
      fc.property(
        fc.tuple(word, word),
        word,
        word,
        fc.array(word, { minLength: 1, maxLength: MOST_INDICES }),
        (key, stream, epoch, indices) => {
          ahead.set(indices);
          const first = firstWords(Uint32Array.from(key), stream, epoch, ahead, kernels);
          const imageCount = Math.min(indices.length, first.imageCount);
          first.write(imageCount);
          for (const [image, index] of indices.slice(0, imageCount).entries()) {
            const expected = new Uint32Array(4);
            philox4x32(Uint32Array.of(0, stream, index, epoch), Uint32Array.from(key), expected);
            const words = [0, 1, 2, 3].map((place) => first.words[place * first.imageCount + image]);
            expect(words).toEqual([...expected]);
          }
        },
      ),
    );
  });
});
