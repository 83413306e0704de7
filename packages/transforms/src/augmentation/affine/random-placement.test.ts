import { describe, expect, it } from 'vitest';
import { imageRandom } from '../../random/image-random.ts';
import { imagesOf } from '../testing/pictures.ts';
import { affine } from './affine.ts';
import { type RandomAffineOptions, randomAffine } from './random-affine.ts';
import { randomRotation } from './random-rotation.ts';
import { randomZoom } from './random-zoom.ts';
import { rotate } from './rotate.ts';

const images = imagesOf(
  [6, 8, 12],
  (image, row, column) => (image * 40 + row * 9 + column * column * 3) % 256,
);
const PIXELS = 8 * 12;
const image = (index: number, all = images) => ({
  data: all.data.slice(index * PIXELS, (index + 1) * PIXELS),
  shape: [1, 8, 12],
});
const at = (data: Uint8Array, index: number) => [...data.subarray(index * PIXELS, (index + 1) * PIXELS)];
/** The numbers of an image, each `0 <= x < 1`. */
const numbers = (seed: number, index: number) => {
  const random = imageRandom('test', { seed }, 6);
  random.start(index);
  return Array.from({ length: 6 }, () => random.nextFloat()) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
};
const between = (share: number, [low, high]: readonly [number, number]) => low + share * (high - low);

describe('randomAffine', () => {
  it('places each image by what is drawn for it, shifts by whole pixels', () => {
    const options = {
      degrees: [-20, 50],
      translate: [0.25, 0.5],
      scale: [0.7, 1.4],
      shearX: 12,
      shearY: [0, 9],
      border: 'reflect',
    } as const satisfies RandomAffineOptions;
    const { data } = randomAffine(images, { ...options, seed: 4 });
    for (let index = 0; index < 6; index++) {
      const [degrees, right, down, scale, shearX, shearY] = numbers(4, index);
      const placed = affine(image(index), {
        degrees: between(degrees, options.degrees),
        right: Math.round(between(right, [-3, 3])),
        down: Math.round(between(down, [-4, 4])),
        scale: between(scale, options.scale),
        shearX: between(shearX, [-12, 12]),
        shearY: between(shearY, options.shearY),
        border: 'reflect',
      });
      expect(at(data, index)).toEqual([...placed.data]);
    }
  });

  it.each([
    [{ degrees: -1 }],
    [{ degrees: [5, 1] }],
    [{ translate: [0, 2] }],
    [{ scale: [0, 1] }],
    [{ shearX: 90 }],
  ])('refuses %j', (options) =>
    expect(() => randomAffine(images, options as object)).toThrow(
      expect.objectContaining({ code: 'E_OPTION' }),
    ),
  );
});

describe('randomRotation', () => {
  it('turns each image counter-clockwise by an angle between the two', () => {
    const { data } = randomRotation(images, { degrees: [10, 40], seed: 4 });
    for (let index = 0; index < 6; index++) {
      const degrees = 40 - 30 * numbers(4, index)[0];
      expect(at(data, index)).toEqual([...rotate(image(index), { degrees }).data]);
    }
  });
});

describe('randomZoom', () => {
  it('shows more or less of each image, by the same factor in both directions', () => {
    const { data } = randomZoom(images, { height: [-0.5, 0.5], seed: 4 });
    for (let index = 0; index < 6; index++) {
      const scale = 1 / (0.5 + numbers(4, index)[0]);
      const expected = affine(image(index), { scale }).data;
      for (const [pixel, value] of at(data, index).entries())
        expect(Math.abs(value - (expected[pixel] ?? 0))).toBeLessThanOrEqual(1);
    }
  });

  it('takes a pixel from its distance to the centre, times 1 and the share, as Keras does', () => {
    const one = { data: Float32Array.from({ length: 25 }, (_, index) => index), shape: [1, 5, 5] };
    const { data } = randomZoom(one, { height: [-0.5, -0.5], width: [0.25, 0.25] });
    for (let row = 0; row < 5; row++)
      for (let column = 1; column < 4; column++)
        expect(data[5 * row + column]).toBeCloseTo(5 * (2 + 0.5 * (row - 2)) + 2 + 1.25 * (column - 2), 5);
    for (let row = 0; row < 5; row++) expect(data[5 * row]).toBeCloseTo(0.5 * 5 * (2 + 0.5 * (row - 2)), 5);
  });

  it.each([[{ height: [-1, 0] }], [{ height: 1 }], [{ width: 'wide' }]])('refuses %j', (options) => {
    expect(() => randomZoom(images, options as object)).toThrow(
      expect.objectContaining({ code: 'E_OPTION' }),
    );
  });
});
