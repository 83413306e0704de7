import { philox4x32 } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imageRandom } from './image-random.ts';

const words = (options: Parameters<typeof imageRandom>[1], position: number, count = 6) => {
  const random = imageRandom('test', options, options.indices?.length ?? position + 1);
  random.start(position);
  return Array.from({ length: count }, () => random.nextUint32());
};

describe('imageRandom', () => {
  it('gives the blocks of Philox whose counter is block, stream, image and epoch', () => {
    const seed = 5 * 2 ** 32 + 7;
    const block = (number: number) => {
      const output = new Uint32Array(4);
      philox4x32(Uint32Array.of(number, 3, 42, 9), Uint32Array.of(7, 5), output);
      return [...output];
    };
    const options = { seed, stream: 3, epoch: 9, firstIndex: 40 };
    expect(words(options, 2, 8)).toEqual([...block(0), ...block(1)]);
  });

  it('gives an image the same numbers wherever it stands in a batch', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (first, position) => {
        expect(words({ firstIndex: first }, position)).toEqual(words({ firstIndex: first + position }, 0));
        expect(words({ indices: [7, first + position] }, 1)).toEqual(words({ firstIndex: first }, position));
      }),
    );
  });

  it('starts an image again from its first number', () => {
    const random = imageRandom('test', {}, 5);
    random.start(4);
    const first = random.nextFloat();
    random.nextFloat();
    random.start(4);
    expect(random.nextFloat()).toBe(first);
  });

  it('draws whole numbers below a bound, each as often', () => {
    const random = imageRandom('test', { seed: 1 }, 1);
    random.start(0);
    const counts = [0, 0, 0, 0, 0, 0, 0];
    for (let draw = 0; draw < 70_000; draw++) {
      const value = random.nextInt(7);
      counts[value] = (counts[value] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  it.each([{ seed: -1 }, { epoch: 1.5 }, { stream: 2 ** 32 }, { firstIndex: Number.NaN }])(
    'refuses %j',
    (options) => {
      expect(() => imageRandom('flip', options, 1)).toThrow(
        expect.objectContaining({ code: 'E_OPTION', message: expect.stringContaining('flip.') as string }),
      );
    },
  );

  it.each([
    [{ indices: [5] }, 'flip.indices: expected one for each of 2 images, got 1'],
    [{ indices: [5, 6, 7] }, 'flip.indices: expected one for each of 2 images, got 3'],
    [
      { indices: null as unknown as number[] },
      'flip.indices: expected one for each of 2 images, got no list',
    ],
    [{ indices: [5, Number.NaN] }, 'in 0..4294967295, got NaN'],
    [{ indices: [-1, 5] }, 'in 0..4294967295, got -1'],
    [{ indices: Float64Array.of(5, 1.5) }, 'in 0..4294967295, got 1.5'],
    [{ indices: [2 ** 32, 0] }, 'in 0..4294967295, got 4294967296'],
    [{ firstIndex: 2 ** 32 - 1 }, 'flip.firstIndex: expected images with whole numbers in 0..4294967295'],
  ])('refuses %j for two images', (options, message) => {
    expect(() => imageRandom('flip', options, 2)).toThrow(
      expect.objectContaining({ code: 'E_OPTION', message: expect.stringContaining(message) as string }),
    );
  });

  it('takes the greatest index that there is, also for no images', () => {
    expect(words({ indices: [2 ** 32 - 1] }, 0)).toEqual(words({ firstIndex: 2 ** 32 - 1 }, 0));
    expect(() => imageRandom('flip', { firstIndex: 2 ** 32 - 1 }, 0)).not.toThrow();
  });
});
