import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { transposeImages } from './transpose-images.ts';

describe('transposeImages', () => {
  it('lays pictures that were stored column by column row by row', () => {
    const stored = Uint8Array.of(0, 10, 1, 11, 2, 12, /* next */ 50, 60, 51, 61, 52, 62);
    expect(transposeImages({ data: stored, shape: [2, 2, 3] })).toEqual({
      data: Uint8Array.of(0, 1, 2, 10, 11, 12, /* next */ 50, 51, 52, 60, 61, 62),
      shape: [2, 2, 3],
    });
  });

  it('puts every pixel where it belongs', () => {
    const size = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(fc.nat(4), size, size, fc.infiniteStream(fc.nat(255)), (count, height, width, noise) => {
        const data = Uint8Array.from({ length: count * height * width }, () => noise.next().value ?? 0);
        const transposed = transposeImages({ data, shape: [count, height, width] });
        for (let image = 0; image < count; image++) {
          for (let y = 0; y < height; y++) {
            for (let x = 0; x < width; x++) {
              const stored = data[(image * width + x) * height + y];
              expect(transposed.data[(image * height + y) * width + x]).toBe(stored);
            }
          }
        }
      }),
    );
  });

  it('undoes itself on square pictures, and leaves its input alone', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 27, maxLength: 27 }), (data) => {
        const images = { data: data.slice(), shape: [3, 3, 3] };
        expect(transposeImages(transposeImages(images)).data).toEqual(data);
        expect(images.data).toEqual(data);
      }),
    );
  });

  it('refuses data that do not fit the shape', () => {
    expect(() => transposeImages({ data: new Uint8Array(5), shape: [1, 2, 3] })).toThrow(RangeError);
  });
});
