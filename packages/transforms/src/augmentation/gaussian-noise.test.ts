import { ndArray } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imageRandom } from '../random/image-random.ts';
import { standardNormal } from '../random/standard-normal.ts';
import { gaussianNoise } from './gaussian-noise.ts';

const SIZE = 28;
const grey = (count: number, value: number) =>
  ndArray(new Uint8Array(count * SIZE * SIZE).fill(value), [count, SIZE, SIZE]);

describe('gaussianNoise', () => {
  it('adds noise of the deviation it is told, of no mean and without a pattern', () => {
    const count = 200;
    const std = 12;
    const { data } = gaussianNoise(grey(count, 128), { std, seed: 4 });
    const noise = Float64Array.from(data, (pixel) => pixel - 128);
    const average = (of: (i: number) => number) => noise.reduce((sum, _, i) => sum + of(i), 0) / noise.length;
    // Five standard errors. Rounding to whole numbers adds 1/12 to the variance (Sheppard's correction).
    const variance = std ** 2 + 1 / 12;
    const error = 5 / Math.sqrt(noise.length);
    expect(Math.abs(average((i) => noise[i] as number))).toBeLessThan(std * error);
    expect(Math.abs(average((i) => (noise[i] as number) ** 2) - variance)).toBeLessThan(
      variance * Math.SQRT2 * error,
    );
    for (const distance of [1, SIZE, SIZE * SIZE])
      expect(
        Math.abs(average((i) => (noise[i] as number) * (noise[(i + distance) % noise.length] as number))),
      ).toBeLessThan(variance * error);
  });

  it('rounds bytes to the nearest, ties to even, and keeps them in range', () => {
    const std = 90;
    for (const value of [0, 7, 250, 255]) {
      const { data } = gaussianNoise(grey(2, value), { std, seed: 1, firstIndex: 8 });
      const random = imageRandom('test', { seed: 1, firstIndex: 8 }, 2);
      for (let image = 0; image < 2; image++) {
        random.start(image);
        for (let i = 0; i < SIZE * SIZE; i++) {
          const exact = Math.min(255, Math.max(0, value + std * standardNormal(random.nextUint32())));
          const rounded = data[image * SIZE * SIZE + i] as number;
          expect(Math.abs(rounded - exact)).toBeLessThanOrEqual(0.5);
        }
      }
    }
  });

  it('leaves float32 pixels unclamped', () => {
    const images = ndArray(new Float32Array(SIZE * SIZE), [1, SIZE, SIZE]);
    const { data } = gaussianNoise(images, { std: 1 });
    expect(Math.min(...data)).toBeLessThan(-2);
    expect(Math.max(...data)).toBeGreaterThan(2);
    expect(images.data.every((pixel) => pixel === 0)).toBe(true);
  });

  it('gives a picture the same pixels in any batch', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.nat(99), fc.nat(9), (count, seed, epoch) => {
        const options = { std: 30, seed, epoch };
        const all = gaussianNoise(grey(count, 100), { ...options, firstIndex: 3 }).data;
        for (let image = 0; image < count; image++)
          expect(gaussianNoise(grey(1, 100), { ...options, indices: [3 + image] }).data).toEqual(
            all.subarray(image * SIZE * SIZE, (image + 1) * SIZE * SIZE),
          );
      }),
      { numRuns: 20 },
    );
  });

  it('gives other noise for another seed, epoch, stream or image', () => {
    const noisy = [{}, { seed: 1 }, { epoch: 1 }, { stream: 1 }, { firstIndex: 1 }].map((options) =>
      gaussianNoise(grey(1, 100), { std: 30, ...options }).data.join(),
    );
    expect(new Set(noisy).size).toBe(5);
  });

  it('copies pictures when its deviation is 0', () => {
    const images = grey(2, 9);
    const { data } = gaussianNoise(images);
    expect(data).toEqual(images.data);
    expect(data).not.toBe(images.data);
  });

  it.each([{ std: -1 }, { std: Number.POSITIVE_INFINITY }, { sigma: 1 }, { epoch: -1 }])(
    'refuses %j',
    (options) => {
      expect(() => gaussianNoise(grey(1, 0), options)).toThrow(expect.objectContaining({ code: 'E_OPTION' }));
    },
  );
});
