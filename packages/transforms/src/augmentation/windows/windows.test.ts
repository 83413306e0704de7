import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byPixel, imagesOf, someImages } from '../testing/pictures.ts';
import { crop } from './crop.ts';
import { movePicture } from './move-picture.ts';
import { pad } from './pad.ts';
import { randomCrop } from './random-crop.ts';
import { randomShift } from './random-shift.ts';
import { shift } from './shift.ts';

const offset = fc.integer({ min: -9, max: 9 });
const isOptionError = expect.objectContaining({ code: 'E_OPTION' }) as Error;

/** Place of the pixel that a mirror shows at the outermost pixels, found by walking. */
function walked(index: number, size: number): number {
  let [at, step] = [0, index < 0 ? -1 : 1];
  for (let count = Math.abs(index); count > 0; count--) {
    if (at + step < 0 || at + step >= size) step = -step;
    at += step;
  }
  return at;
}

describe('shift', () => {
  it('takes each pixel from where it was, and fill from outside', () => {
    fc.assert(
      fc.property(someImages, offset, offset, fc.nat(255), (images, right, down, fill) => {
        const [, height = 0, width = 0] = images.shape;
        const expected = byPixel(
          images,
          [height, width],
          (pixelAt, row, column) => pixelAt(row - down, column - right) ?? fill,
        );
        expect([...shift(images, { right, down, fill }).data]).toEqual(expected);
      }),
    );
  });

  it('by nothing is the identity', () => {
    fc.assert(
      fc.property(someImages, (images) => {
        expect(shift(images)).toEqual(images);
      }),
    );
  });

  it.each([[{ right: 0.5 }], [{ down: Number.NaN }], [{ fill: 256 }], [{ fill: 0.5 }], [{ fill: -1 }]])(
    'refuses %j for bytes',
    (options) =>
      expect(() =>
        shift(
          imagesOf([1, 2, 2], () => 0),
          options,
        ),
      ).toThrow(isOptionError),
  );
});

describe('pad', () => {
  it('surrounds each image with fill', () => {
    fc.assert(
      fc.property(someImages, fc.nat(5), fc.nat(255), (images, pixels, fill) => {
        const [imageCount, height = 0, width = 0] = images.shape;
        const size = [height + 2 * pixels, width + 2 * pixels] as const;
        const expected = byPixel(
          images,
          size,
          (pixelAt, row, column) => pixelAt(row - pixels, column - pixels) ?? fill,
        );
        const padded = pad(images, { pixels, fill });
        expect([...padded.data]).toEqual(expected);
        expect(padded.shape).toEqual([imageCount, ...size]);
      }),
    );
  });

  it('mirrors each image without its outermost pixels', () => {
    fc.assert(
      fc.property(someImages, fc.nat(), (images, number) => {
        const [, height = 0, width = 0] = images.shape;
        const pixels = number % Math.min(height, width);
        const expected = byPixel(images, [height + 2 * pixels, width + 2 * pixels], (pixelAt, row, column) =>
          Number(pixelAt(walked(row - pixels, height), walked(column - pixels, width))),
        );
        expect([...pad(images, { pixels, mode: 'reflect' }).data]).toEqual(expected);
      }),
    );
  });

  it('refuses to mirror more than there is', () => {
    const images = imagesOf([1, 3, 9], () => 0);
    expect(() => pad(images, { pixels: 3, mode: 'reflect' })).toThrow(/3 x 9 .* got 3/);
  });
});

describe('crop', () => {
  it('keeps the pixels of a part', () => {
    fc.assert(
      fc.property(someImages, fc.nat(), fc.nat(), fc.nat(), fc.nat(), (images, a, b, c, d) => {
        const [imageCount, imageHeight = 0, imageWidth = 0] = images.shape;
        const [top, left] = [a % imageHeight, b % imageWidth];
        const [height, width] = [1 + (c % (imageHeight - top)), 1 + (d % (imageWidth - left))];
        const expected = byPixel(images, [height, width], (pixelAt, row, column) =>
          Number(pixelAt(row + top, column + left)),
        );
        const cropped = crop(images, { top, left, height, width });
        expect([...cropped.data]).toEqual(expected);
        expect(cropped.shape).toEqual([imageCount, height, width]);
      }),
    );
  });

  it('undoes pad', () => {
    fc.assert(
      fc.property(someImages, fc.nat(4), (images, pixels) => {
        const [, height, width] = images.shape;
        expect(crop(pad(images, { pixels }), { top: pixels, left: pixels, height, width })).toEqual(images);
      }),
    );
  });

  it('keeps all to the right and below by default', () => {
    expect(
      crop(
        imagesOf([1, 3, 4], () => 0),
        { top: 1, left: 2 },
      ).shape,
    ).toEqual([1, 2, 2]);
  });

  it('keeps all of pictures without pixels', () => {
    const none = { data: new Uint8Array(0), shape: [3, 0, 4] };
    expect(crop(none)).toEqual(none);
    expect(() => crop(none, { top: 2 })).toThrow(isOptionError);
  });

  it.each([
    [{ top: 3 }],
    [{ left: 4 }],
    [{ top: 4 }],
    [{ left: 1, width: 4 }],
    [{ height: 0 }],
    [{ top: -1 }],
  ])('refuses %j of 3 x 4', (options) => {
    expect(() =>
      crop(
        imagesOf([1, 3, 4], () => 0),
        options,
      ),
    ).toThrow(isOptionError);
  });
});

describe('randomShift', () => {
  it('moves by every offset in reach, each about as often, and by no other', () => {
    const images = imagesOf([2500, 5, 5], (_, row, column) => (row === 2 && column === 2 ? 1 : 0));
    const { data } = randomShift(images, { pixels: 2, seed: 8 });
    const counts = Array.from(
      { length: 25 },
      (_, place) => data.filter((pixel, i) => i % 25 === place && pixel).length,
    );
    for (const count of counts) expect(Math.abs(count - 100)).toBeLessThan(50);
    expect(counts.reduce((sum, count) => sum + count)).toBe(2500);
  });
});

describe('randomCrop', () => {
  const mark = imagesOf([2000, 3, 3], (_, row, column) => 1 + 3 * row + column);
  const count = (values: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };
  const windows = (data: ArrayLike<number>, size: number) =>
    Array.from({ length: data.length / size }, (_, image) =>
      Array.from({ length: size }, (__, pixel) => data[image * size + pixel]).join(' '),
    );

  it.each([
    ['of the same size', { padding: 1, fill: 9 }, 3, 3],
    ['of the same size, mirrored', { padding: 1, mode: 'reflect' }, 3, 3],
    ['lower and wider', { padding: 1, height: 2, width: 4 }, 2, 4],
    ['without padding', { padding: 0, height: 1, width: 2 }, 1, 2],
  ] as const)('gives every window %s, each about as often', (_, options, height, width) => {
    const { padding: pixels, ...rest } = { mode: 'constant', fill: 0, ...options } as const;
    const whole = pad(
      imagesOf([1, 3, 3], (__, row, column) => 1 + 3 * row + column),
      {
        pixels,
        mode: rest.mode,
        fill: rest.fill,
      },
    );
    const [rows, columns] = [4 + 2 * pixels - height, 4 + 2 * pixels - width];
    const places = Array.from({ length: rows * columns }, (__, place) =>
      [...crop(whole, { top: Math.floor(place / columns), left: place % columns, height, width }).data].join(
        ' ',
      ),
    );
    const { data, shape } = randomCrop(mark, { ...options, seed: 2 });
    expect(shape).toEqual([2000, height, width]);
    const counts = count(windows(data, height * width));
    expect([...counts.keys()].toSorted()).toEqual([...new Set(places)].toSorted());
    for (const [window, times] of counts) {
      const expected = (2000 * (count(places).get(window) ?? 0)) / places.length;
      expect(Math.abs(times - expected)).toBeLessThan(0.35 * expected);
    }
  });

  it('refuses windows larger than the padded images', () => {
    expect(() => randomCrop(mark, { padding: 1, width: 6 })).toThrow(/at most 5 x 5 .* got 3 x 6/);
  });
});

describe('movePicture', () => {
  it('ends where the last pixel is at the last place that 31 bits have room for', () => {
    const pixels = new Uint8Array(4);
    movePicture(pixels, 2 ** 31 - 5, { height: 2, width: 2 }, -1, 0, 9);
    expect([...pixels]).toEqual([0, 0, 0, 0]);
  });
});
