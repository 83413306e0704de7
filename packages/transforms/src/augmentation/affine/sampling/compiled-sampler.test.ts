import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imageKernels } from '../../../compiled/image-kernels.ts';
import { affineMap, writePlacement } from '../affine-map.ts';
import { isForCompiledSampler } from './compiled-sampler.ts';
import { imageSampler } from './image-sampler.ts';

const BILINEAR = { interpolation: 'bilinear', border: 'fill', fill: 0 } as const;

const shift = fc.double({ min: -40, max: 40, noNaN: true });
const shear = fc.double({ min: -80, max: 80, noNaN: true });
const placement = fc.record({
  degrees: fc.oneof(fc.constantFrom(0, 90, 180, 45), fc.double({ min: -360, max: 360, noNaN: true })),
  right: fc.oneof(fc.integer({ min: -3, max: 3 }), shift),
  down: fc.oneof(fc.integer({ min: -3, max: 3 }), shift),
  scale: fc.oneof(fc.constant(1), fc.double({ min: 0.001, max: 1000, noNaN: true })),
  shearX: fc.oneof(fc.constant(0), shear),
  shearY: fc.oneof(fc.constant(0), shear),
});

const image = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }))
  .chain(([height, width]) => {
    const length = height * width;
    return fc.record({
      size: fc.constant({ height, width }),
      bytes: fc.uint8Array({ minLength: length, maxLength: length }),
    });
  });

describe('the compiled sampler', () => {
  it('gives the bytes of the plain one', () => {
    const map = affineMap();
    fc.assert(
      fc.property(image, placement, fc.nat(255), fc.nat(20), ({ size, bytes }, placed, fill, before) => {
        const options = { ...BILINEAR, fill };
        writePlacement(map, size, placed);
        const results = [imageKernels(), undefined].map((kernels) => {
          const pixels = new Uint8Array(before + bytes.length + 5).fill(99);
          pixels.set(bytes, before);
          imageSampler(pixels, size, options, kernels)(pixels, before, map);
          return pixels;
        });
        expect(results[0]).toEqual(results[1]);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives the bytes of the plain one for an image as large as it takes', () => {
    const size = { height: 240, width: 256 };
    const bytes = Uint8Array.from({ length: size.height * size.width }, (_, pixel) => (pixel * pixel) >> 7);
    expect(isForCompiledSampler(bytes, size, BILINEAR)).toBe(true);
    const map = affineMap();
    writePlacement(map, size, { degrees: 33, right: 2.5, down: -7, scale: 1.1, shearX: 4, shearY: -3 });
    const results = [imageKernels(), undefined].map((kernels) => {
      const pixels = bytes.slice();
      imageSampler(pixels, size, BILINEAR, kernels)(pixels, 0, map);
      return pixels;
    });
    expect(results[0]).toEqual(results[1]);
  });

  it.each([
    ['floats', new Float32Array(), { height: 28, width: 28 }, BILINEAR],
    [
      'the nearest pixel',
      new Uint8Array(),
      { height: 28, width: 28 },
      { ...BILINEAR, interpolation: 'nearest' },
    ],
    [
      'mirrors around the image',
      new Uint8Array(),
      { height: 28, width: 28 },
      { ...BILINEAR, border: 'reflect' },
    ],
    ['images beyond its memory', new Uint8Array(), { height: 249, width: 248 }, BILINEAR],
    ['sides beyond fixed point', new Uint8Array(), { height: 10, width: 505 }, BILINEAR],
  ] as const)('leaves %s to the plain one', (_, like, size, options) => {
    expect(isForCompiledSampler(like, size, options)).toBe(false);
  });
});
