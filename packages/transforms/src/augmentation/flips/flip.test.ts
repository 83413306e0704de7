import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byPixel, imagesOf, someImages } from '../testing/pictures.ts';
import { type FlipAxis, type FlipOptions, flip } from './flip.ts';
import { randomFlip } from './random-flip.ts';

const axis = fc.constantFrom<FlipAxis>('horizontal', 'vertical');

describe('flip', () => {
  it('puts each pixel where the mirror shows it', () => {
    fc.assert(
      fc.property(someImages, axis, (images, side) => {
        const [, height = 0, width = 0] = images.shape;
        const expected = byPixel(images, [height, width], (pixelAt, row, column) =>
          Number(
            side === 'horizontal' ? pixelAt(row, width - 1 - column) : pixelAt(height - 1 - row, column),
          ),
        );
        const { data, shape } = flip(images, { axis: side });
        expect([...data]).toEqual(expected);
        expect(shape).toEqual(images.shape);
        expect(data.constructor).toBe(images.data.constructor);
      }),
    );
  });

  it('is undone by itself', () => {
    fc.assert(
      fc.property(someImages, axis, (images, side) => {
        expect(flip(flip(images, { axis: side }), { axis: side })).toEqual(images);
      }),
    );
  });

  it('leaves the images that it is given as they are', () => {
    const images = imagesOf([1, 2, 2], (_, row, column) => 2 * row + column);
    flip(images);
    expect([...images.data]).toEqual([0, 1, 2, 3]);
  });

  it.each([[{ axis: 'diagonal' }], [{ axes: 'vertical' }]])('refuses %j', (options) => {
    const images = imagesOf([1, 2, 2], () => 0);
    expect(() => flip(images, options as FlipOptions)).toThrow(expect.objectContaining({ code: 'E_OPTION' }));
  });

  it.each([[[2, 2]], [[1, 2, 2, 1]], [[1, 2, 3]]])('refuses four pixels of the shape %j', (shape) => {
    expect(() => flip({ data: new Uint8Array(4), shape })).toThrow(
      expect.objectContaining({ code: 'E_SHAPE' }),
    );
  });
});

describe('randomFlip', () => {
  const images = imagesOf([2000, 1, 2], (_image, _row, column) => column);
  const flippedCount = (probability: number) =>
    randomFlip(images, { probability, seed: 3 }).data.filter((pixel, index) => index % 2 === 0 && pixel === 1)
      .length;

  it('flips none, all, or about as many as the probability says', () => {
    expect(flippedCount(0)).toBe(0);
    expect(flippedCount(1)).toBe(2000);
    expect(Math.abs(flippedCount(0.3) - 600)).toBeLessThan(100);
  });

  it('flips whole images', () => {
    const pictures = imagesOf([50, 3, 4], (image, row, column) => image + 12 * row + 3 * column);
    const flipped = flip(pictures, { axis: 'vertical' }).data;
    const mixed = randomFlip(pictures, { axis: 'vertical' }).data;
    for (let start = 0; start < mixed.length; start += 12) {
      const image = [...mixed.subarray(start, start + 12)];
      expect([
        [...pictures.data.subarray(start, start + 12)],
        [...flipped.subarray(start, start + 12)],
      ]).toContainEqual(image);
    }
  });
});
