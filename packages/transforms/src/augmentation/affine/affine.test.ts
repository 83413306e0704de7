import type { NdArray } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pixels } from '../../images/images.ts';
import { byPixel, imagesOf, someImages } from '../testing/pictures.ts';
import { affine } from './affine.ts';
import { rotate } from './rotate.ts';
import { scale } from './scale.ts';
import { shear } from './shear.ts';

const interpolation = fc.constantFrom('nearest', 'bilinear');
const border = fc.constantFrom('fill', 'masked-fill', 'reflect');
const sampling = fc.record({ interpolation, border });
const squares = someImages.filter(({ shape }) => shape[1] === shape[2]);

describe('affine', () => {
  it('by nothing is the identity', () => {
    fc.assert(
      fc.property(someImages, sampling, (images, options) => {
        expect(affine(images, options)).toEqual(images);
        expect(rotate(images, options)).toEqual(images);
        expect(scale(images, options)).toEqual(images);
        expect(shear(images, options)).toEqual(images);
      }),
    );
  });

  it('moves by whole pixels exactly', () => {
    fc.assert(
      fc.property(
        someImages,
        fc.integer({ min: -8, max: 8 }),
        fc.integer({ min: -8, max: 8 }),
        fc.constantFrom('nearest', 'bilinear'),
        fc.constantFrom('fill', 'masked-fill'),
        (images, right, down, mode, around) => {
          const [, height = 0, width = 0] = images.shape;
          const expected = byPixel(
            images,
            [height, width],
            (pixelAt, row, column) => pixelAt(row - down, column - right) ?? 7,
          );
          const options = { right, down, interpolation: mode, border: around, fill: 7 } as const;
          expect([...affine(images, options).data]).toEqual(expected);
        },
      ),
    );
  });

  it('surrounds an image with mirrors at its edges', () => {
    const images = imagesOf([1, 1, 3], (_image, _row, column) => 10 * (column + 1));
    const row = (right: number) => [...affine(images, { right, border: 'reflect' }).data];
    expect(row(-3)).toEqual([30, 20, 10]);
    expect(row(2)).toEqual([20, 10, 10]);
    expect(row(6)).toEqual([10, 20, 30]);
    expect(row(0.5)).toEqual([10, 15, 25]);
  });

  it('blends the border with what is around by how much of each a pixel covers', () => {
    const images = { data: Float32Array.of(8, 8), shape: [1, 1, 2] };
    const row = (around: 'fill' | 'masked-fill') => [
      ...affine(images, { right: 0.25, border: around, fill: 4 }).data,
    ];
    expect(row('fill')).toEqual([0.75 * 8 + 0.25 * 4, 8]);
    expect(row('masked-fill')).toEqual([0.75 * (0.75 * 8) + 0.25 * 4, 8]);
  });

  it('takes the nearest pixel, ties to the even column, and fill where that is outside', () => {
    const images = { data: Float32Array.of(9, 8, 7, 6), shape: [1, 1, 4] };
    for (const around of ['fill', 'masked-fill'] as const) {
      const options = { interpolation: 'nearest', border: around, fill: 5 } as const;
      expect([...affine(images, { right: -0.5, ...options }).data]).toEqual([9, 7, 7, 5]);
      expect([...affine(images, { right: 0.5, ...options }).data]).toEqual([9, 9, 7, 7]);
    }
  });

  it('refuses images that have no room for a margin within 31 bits', () => {
    expect(() => affine({ data: new Uint8Array(0), shape: [0, 1, 5e8] })).toThrow(
      expect.objectContaining({ code: 'E_SHAPE' }),
    );
  });

  it('gives the same for bytes that are too wide for fixed-point numbers', () => {
    const wide = imagesOf([1, 2, 600], (_, row, column) => (row * 91 + column * column) % 256);
    const narrow = {
      data: Uint8Array.from(
        [0, 1].flatMap((row) => [...wide.data.subarray(row * 600 + 50, row * 600 + 550)]),
      ),
      shape: [1, 2, 500],
    };
    const options = { right: 3.25, down: 0.5 };
    const [all, part] = [affine(wide, options).data, affine(narrow, options).data];
    for (let column = 10; column < 490; column++) expect(part[column]).toBe(all[column + 50]);
  });

  it('rounds bytes to the nearest, ties to even', () => {
    const images = imagesOf([1, 1, 4], (_image, _row, column) => [1, 2, 3, 3][column] ?? 0);
    expect([...affine(images, { right: 0.5, border: 'reflect' }).data]).toEqual([1, 2, 2, 3]);
  });

  it('gives only fill where all of the image has left', () => {
    const images = imagesOf([1, 5, 5], () => 200);
    for (const around of ['fill', 'masked-fill'] as const)
      expect([...new Set(affine(images, { right: 1e6, degrees: 33, border: around, fill: 3 }).data)]).toEqual(
        [3],
      );
  });

  it('gives finite pixels of the image for any placement', () => {
    const images: NdArray<Pixels> = imagesOf([1, 4, 6], (_, row, column) => 20 + row + column);
    const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(
        sampling,
        fc.record({
          degrees: real(-1e6, 1e6),
          right: real(-1e6, 1e6),
          down: real(-1e6, 1e6),
          scale: real(0.001, 1000),
          shearX: real(-89.999999, 89.999999),
          shearY: real(-89.999999, 89.999999),
        }),
        (options, placement) => {
          for (const pixels of [images, { ...images, data: Float32Array.from(images.data) }])
            for (const value of affine(pixels, { ...options, ...placement, fill: 25 }).data) {
              expect(value).toBeGreaterThanOrEqual(options.border === 'masked-fill' ? 0 : 19.999);
              expect(value).toBeLessThanOrEqual(28.001);
            }
        },
      ),
    );
  });

  it.each([
    [{ scale: 0 }],
    [{ shearX: 90 }],
    [{ degrees: Number.NaN }],
    [{ fill: 0.5 }],
    [{ border: 'wrap' }],
  ])('refuses %j for bytes', (options) =>
    expect(() =>
      affine(
        imagesOf([1, 2, 2], () => 0),
        options as object,
      ),
    ).toThrow(expect.objectContaining({ code: 'E_OPTION' })),
  );
});

describe('rotate', () => {
  it('turns by quarters exactly, counter-clockwise', () => {
    fc.assert(
      fc.property(squares, sampling, fc.integer({ min: -8, max: 8 }), (images, options, quarters) => {
        const [, size = 0] = images.shape;
        let expected: readonly number[] = [...images.data];
        for (let turn = 0; turn < ((quarters % 4) + 4) % 4; turn++) {
          const turned = { data: Float32Array.from(expected), shape: images.shape };
          expected = byPixel(turned, [size, size], (pixelAt, row, column) =>
            Number(pixelAt(column, size - 1 - row)),
          );
        }
        expect([...rotate(images, { degrees: 90 * quarters, ...options }).data]).toEqual(expected);
      }),
    );
  });

  it('turns pictures by 90 degrees exactly whose height and width are both even or both odd', () => {
    fc.assert(
      fc.property(
        someImages.filter(({ shape: [, height = 0, width = 0] }) => (height - width) % 2 === 0),
        fc.constantFrom('nearest', 'bilinear'),
        fc.constantFrom('fill', 'masked-fill'),
        (images, mode, around) => {
          const [, height = 0, width = 0] = images.shape;
          const expected = byPixel(
            images,
            [height, width],
            (pixelAt, row, column) =>
              pixelAt(column + (height - width) / 2, (height + width) / 2 - 1 - row) ?? 3,
          );
          const options = { degrees: 90, interpolation: mode, border: around, fill: 3 } as const;
          expect([...rotate(images, options).data]).toEqual(expected);
        },
      ),
    );
  });

  it('blends pixels by halves in other pictures, which it turns by 90 degrees', () => {
    const images = { data: Float32Array.of(8, 4), shape: [1, 1, 2] };
    expect([...rotate(images, { degrees: 90 }).data]).toEqual([3, 3]);
  });

  it('turns pictures that are not square by 180 degrees exactly', () => {
    fc.assert(
      fc.property(someImages, sampling, (images, options) => {
        const [, height = 0, width = 0] = images.shape;
        const expected = byPixel(images, [height, width], (pixelAt, row, column) =>
          Number(pixelAt(height - 1 - row, width - 1 - column)),
        );
        expect([...rotate(images, { degrees: 180, ...options }).data]).toEqual(expected);
      }),
    );
  });

  it('turns against affine', () => {
    const images = imagesOf([2, 9, 9], (image, row, column) => (image + 3 * row + 7 * column * column) % 256);
    expect(rotate(images, { degrees: 25 })).toEqual(affine(images, { degrees: -25 }));
  });
});

describe('scale and shear', () => {
  const images = imagesOf([2, 9, 9], (image, row, column) => (image + 3 * row + 7 * column * column) % 256);

  it('are cases of affine', () => {
    expect(scale(images, { factor: 1.3 })).toEqual(affine(images, { scale: 1.3 }));
    expect(shear(images, { x: 20, y: -5 })).toEqual(affine(images, { shearX: 20, shearY: -5 }));
  });

  it('lean vertical lines to the right, and horizontal ones up on their right side', () => {
    const upright = imagesOf([1, 3, 3], (_, __, column) => (column === 1 ? 1 : 0));
    const level = imagesOf([1, 3, 3], (_, row) => (row === 1 ? 1 : 0));
    const rising = [0, 0, 1, 0, 1, 0, 1, 0, 0];
    expect([...shear(upright, { x: 45 }).data]).toEqual(rising);
    expect([...shear(level, { y: 45 }).data]).toEqual(rising);
  });

  it('doubles every pixel of an even picture with the nearest pixel', () => {
    const even = imagesOf([1, 4, 4], (_, row, column) => 4 * row + column);
    const doubled = scale(even, { factor: 2, interpolation: 'nearest' }).data;
    expect([...doubled]).toEqual([5, 5, 6, 6, 5, 5, 6, 6, 9, 9, 10, 10, 9, 9, 10, 10]);
  });
});
