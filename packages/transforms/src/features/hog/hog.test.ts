import { describe, expect, it } from 'vitest';
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

const pictures = { data: Uint8Array.from([...picture(0), ...picture(5)]), shape: [2, SIZE, SIZE] };
const asFloats = { ...pictures, data: Float32Array.from(pictures.data) };

describe('hog', () => {
  it.each(golden.cases)('is what scikit-image computes: $options', async (expected) => {
    const options = { ...expected.options, blockNorm: expected.options.blockNorm as BlockNorm };
    for (const images of [pictures, asFloats]) {
      const { data, shape } = await hog(images, options);
      expect(shape).toEqual([2, expected.featureCount]);
      const step = Math.max(1, Math.floor(expected.featureCount / 150));
      expected.features.forEach((features, image) => {
        features.forEach((feature, i) => {
          expect(Math.abs((data[image * expected.featureCount + i * step] as number) - feature)).toBeLessThan(
            1e-5,
          );
        });
      });
    }
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

  it('leaves empty pictures empty', async () => {
    const { data } = await hog({ data: new Uint8Array(SIZE * SIZE), shape: [1, SIZE, SIZE] });
    expect(data.every((value) => value === 0)).toBe(true);
    expect((await hog({ data: new Uint8Array(0), shape: [0, SIZE, SIZE] })).shape).toEqual([0, 1296]);
  });

  it.each([
    [{ orientations: 0 }, /orientations: expected/],
    [{ pixelsPerCell: 2.5 }, /pixelsPerCell: expected/],
    [{ pixelsPerCell: 20 }, /expected room for a block/],
    [{ epsilon: 0 }, /epsilon: expected/],
    [{ blockNorm: 'L3' as BlockNorm }, /blockNorm: expected/],
  ])('refuses %j', async (options: HogOptions, message) => {
    await expect(hog(pictures, options)).rejects.toThrow(message);
  });

  it('stops when it is aborted', async () => {
    await expect(hog(pictures, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
  });
});

function distance(a: { data: Float32Array }, b: { data: Float32Array }): number {
  return Math.max(...a.data.map((value, i) => Math.abs(value - (b.data[i] as number))));
}
