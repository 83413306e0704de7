import type { NdArray } from '@fashion-mnist/core';
import { describe, expect, it, vi } from 'vitest';
import golden from '../../../test/golden/scikit-image.json' with { type: 'json' };
import type { BlockNorm } from './block-norms.ts';
import { type HogOptions, hog } from './hog.ts';

const SIZE = 28;

/** As `picture` in scikit-image.py. */
function picture(seed: number): Uint8Array {
  return Uint8Array.from({ length: SIZE * SIZE }, (_, i) => {
    const [y, x] = [Math.floor(i / SIZE), i % SIZE];
    const isInside = x + Math.floor(y / 4) > 5 && x - Math.floor(y / 5) < 23 && y > 2 && y < 26;
    return isInside ? (x * x * (seed + 1) + 3 * y * (x + seed) + (x ^ y) * 7) % 256 : 0;
  });
}

/** The left part of two pictures. */
function picturesOf(width: number) {
  const columns = (pixels: Uint8Array) => pixels.filter((_, i) => i % SIZE < width);
  const data = Uint8Array.from([...columns(picture(0)), ...columns(picture(5))]);
  return { data, shape: [2, SIZE, width] };
}

const pictures = picturesOf(SIZE);

function expectFeatures(
  { data, shape }: NdArray<Float32Array>,
  featureCount: number,
  expected: readonly (readonly number[])[],
): void {
  expect(shape).toEqual([2, featureCount]);
  const step = Math.max(1, Math.floor(featureCount / 120));
  expected.forEach((features, image) =>
    features.forEach((feature, i) => {
      const actual = data[image * featureCount + i * step] as number;
      expect(Math.abs(actual - feature)).toBeLessThan(1e-6);
    }),
  );
}

describe('hog', () => {
  it.each(golden.cases)('is what scikit-image computes: $options, width $width', async (expected) => {
    const options = { ...expected.options, blockNorm: expected.options.blockNorm as BlockNorm };
    const images = picturesOf(expected.width);
    const units = { ...images, data: Float32Array.from(images.data, (byte) => Math.fround(byte) / 255) };
    const bytesAsFloats = { ...images, data: Float32Array.from(images.data) };
    expectFeatures(await hog(images, options), expected.featureCount, expected.bytes);
    expectFeatures(await hog(bytesAsFloats, options), expected.featureCount, expected.bytes);
    expectFeatures(await hog(units, options), expected.featureCount, expected.units);
  });

  it('tells opposite gradients apart only when it is signed', async () => {
    const inverted = { ...pictures, data: pictures.data.map((value) => 255 - value) };
    const unsigned = { signed: false, interpolation: 'linear' } as const;
    expect(distance(await hog(pictures, unsigned), await hog(inverted, unsigned))).toBeLessThan(1e-5);
    const signed = { ...unsigned, signed: true };
    expect(distance(await hog(pictures, signed), await hog(inverted, signed))).toBeGreaterThan(0.1);
  });

  it('turns its directions with the picture when it interpolates', async () => {
    // A quarter turn moves each direction by a quarter of all, and each cell to its turned place.
    const turned = Uint8Array.from({ length: SIZE * SIZE }, (_, i) => {
      const [y, x] = [Math.floor(i / SIZE), i % SIZE];
      return pictures.data[(SIZE - 1 - x) * SIZE + y] as number;
    });
    const options = { orientations: 8, signed: true, interpolation: 'linear', cellsPerBlock: 1 } as const;
    const { data: before } = await hog({ data: picture(0), shape: [1, SIZE, SIZE] }, options);
    const { data: after } = await hog({ data: turned, shape: [1, SIZE, SIZE] }, options);
    for (let row = 0; row < 7; row++)
      for (let column = 0; column < 7; column++)
        for (let direction = 0; direction < 8; direction++)
          expect(after[(column * 7 + (6 - row)) * 8 + ((direction + 2) % 8)]).toBeCloseTo(
            before[(row * 7 + column) * 8 + direction] as number,
            5,
          );
  });

  it('needs no length of a gradient whose last bits are left to the engine', async () => {
    const usual = await hog(pictures);
    const hypot = vi.spyOn(Math, 'hypot').mockReturnValue(Number.NaN);
    try {
      expect(await hog(pictures)).toEqual(usual);
    } finally {
      hypot.mockRestore();
    }
  });

  it('leaves empty pictures empty', async () => {
    const { data } = await hog({ data: new Uint8Array(SIZE * SIZE), shape: [1, SIZE, SIZE] });
    expect(data.every((value) => value === 0)).toBe(true);
    expect((await hog({ data: new Uint8Array(0), shape: [0, SIZE, SIZE] })).shape).toEqual([0, 1296]);
  });

  it.each([
    [{ orientations: 0 }, 'E_OPTION', 'hog.orientations: expected a whole number >= 1 and <= 255, got 0'],
    [{ orientations: 256 }, 'E_OPTION', 'got 256'],
    [{ pixelsPerCell: 2.5 }, 'E_OPTION', 'hog.pixelsPerCell: expected a whole number >= 1'],
    [{ pixelsPerCell: 20 }, 'E_SHAPE', 'hog: expected room for a block of 2 x 2 cells, got 1 x 1 cells'],
    [{ epsilon: 0 }, 'E_OPTION', 'hog.epsilon: expected a number > 0'],
    [{ blockNorm: 'L3' as BlockNorm }, 'E_OPTION', 'hog.blockNorm: expected'],
    [{ cells: 3 } as HogOptions, 'E_OPTION', 'got the option cells'],
  ] as const)('refuses %j', async (options: HogOptions, code, message) => {
    await expect(hog(pictures, options)).rejects.toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) as string }),
    );
  });

  it.each([
    [Number.NaN, {}, 'expected finite pixels, got NaN at 3'],
    [Number.POSITIVE_INFINITY, {}, 'expected finite pixels, got Infinity at 3'],
    [-1, { transformSqrt: true }, 'expected finite pixels >= 0 for their square roots, got -1 at 3'],
  ])('refuses the pixel %s with %j', async (pixel, options, message) => {
    const data = new Float32Array(SIZE * SIZE);
    data[3] = pixel;
    await expect(hog({ data, shape: [1, SIZE, SIZE] }, options)).rejects.toThrow(
      expect.objectContaining({ code: 'E_OPTION', message: expect.stringContaining(message) as string }),
    );
  });

  it('refuses pixels whose differences float32 cannot hold', async () => {
    const data = new Float32Array(SIZE * SIZE);
    [data[30], data[32]] = [3e38, -3e38];
    await expect(hog({ data, shape: [1, SIZE, SIZE] })).rejects.toThrow(
      expect.objectContaining({ code: 'E_OPTION', message: expect.stringContaining(' at 30') as string }),
    );
    [data[30], data[32]] = [1.7e38, -1.7e38];
    const { data: features } = await hog({ data, shape: [1, SIZE, SIZE] });
    expect(features.every((feature) => feature >= 0 && feature <= 1)).toBe(true);
    expect(Math.max(...features)).toBeGreaterThan(0.1);
  });

  it('refuses options that are null', async () => {
    await expect(hog(pictures, null as unknown as HogOptions)).rejects.toThrow(
      'hog: expected an object of options, got null',
    );
  });

  it('refuses what are no pictures', async () => {
    await expect(hog({ data: new Uint8Array(784), shape: [1, 784] })).rejects.toThrow(
      expect.objectContaining({ code: 'E_SHAPE' }),
    );
  });

  it('stops when it is aborted', async () => {
    await expect(hog(pictures, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
  });
});

function distance(a: { data: Float32Array }, b: { data: Float32Array }): number {
  return Math.max(...a.data.map((value, i) => Math.abs(value - (b.data[i] as number))));
}
