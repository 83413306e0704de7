import { ndArray } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneHot } from '../features/one-hot.ts';
import type { Batch } from '../images/batch.ts';
import type { Pixels } from '../images/images.ts';
import type { RandomOptions } from '../random/random-options.ts';
import { scaleToUnit } from '../scaling/scale-to-unit.ts';
import { cutmix } from './cutmix.ts';
import type { MixingOptions } from './mixing-pool.ts';
import { mixup } from './mixup.ts';

const CLASS_COUNT = 10;

type Mixing = <P extends Pixels>(
  batch: Batch<P>,
  options?: { readonly alpha?: number } & MixingOptions<P> & RandomOptions,
) => Batch<P>;

const operations: readonly (readonly [string, Mixing])[] = [
  ['mixup', mixup],
  ['cutmix', cutmix],
];

/** Pictures whose pixels all have the number of the picture, and its class. */
function numbered(count: number, height: number, width: number, first = 0): Batch<Uint8Array> {
  const size = height * width;
  const numbers = Uint8Array.from({ length: count }, (_, image) => first + image);
  return {
    images: ndArray(
      Uint8Array.from({ length: count * size }, (_, i) => first + Math.floor(i / size)),
      [count, height, width],
    ),
    labels: oneHot(
      numbers.map((number) => number % CLASS_COUNT),
      CLASS_COUNT,
    ),
  };
}

function slice(batch: Batch<Uint8Array>, from: number, to: number): Batch<Uint8Array> {
  const [, height = 0, width = 0] = batch.images.shape;
  const size = height * width;
  return {
    images: ndArray(batch.images.data.slice(from * size, to * size), [to - from, height, width]),
    labels: ndArray(labelsOf(batch).slice(from * CLASS_COUNT, to * CLASS_COUNT), [to - from, CLASS_COUNT]),
  };
}

function labelsOf({ labels }: Batch): Float32Array {
  if (labels === undefined) throw new Error('expected labels');
  return labels.data;
}

const sizes = fc.tuple(
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: 1, max: 9 }),
  fc.integer({ min: 1, max: 9 }),
);
const alphas = fc.double({ min: 1e-3, max: 50, noNaN: true });

describe.each(operations)('%s', (name, mix) => {
  it('keeps the sum of one-hot labels at 1, exactly, and its input as it was', () => {
    fc.assert(
      fc.property(sizes, alphas, fc.nat(1000), (size, alpha, seed) => {
        const batch = numbered(...size);
        const { images, labels } = mix(batch, { alpha, seed });
        expect(images.shape).toEqual(batch.images.shape);
        expect(labels?.shape).toEqual([size[0], CLASS_COUNT]);
        for (let image = 0; image < size[0]; image++) {
          const row = labels?.data.subarray(image * CLASS_COUNT, (image + 1) * CLASS_COUNT);
          expect(row?.reduce((sum, value) => sum + value, 0)).toBe(1);
          expect(row?.every((value) => value >= 0 && value <= 1)).toBe(true);
        }
        expect(batch).toEqual(numbered(...size));
      }),
    );
  });

  it('keeps the sum of soft labels at 1 however often they are mixed', () => {
    let batch = numbered(20, 4, 4);
    for (let stream = 0; stream < 30; stream++) batch = mix(batch, { stream, seed: 2 });
    for (let image = 0; image < 20; image++) {
      const row = labelsOf(batch).subarray(image * CLASS_COUNT, (image + 1) * CLASS_COUNT);
      // Each time, at most ten labels are rounded by at most 2^-25.
      expect(Math.abs(row.reduce((sum, value) => sum + value, 0) - 1)).toBeLessThan(30 * 10 * 2 ** -25);
    }
  });

  it('gives a picture the same pixels and labels in any batch when the pool is the dataset', () => {
    fc.assert(
      fc.property(sizes, fc.nat(1000), fc.nat(12), ([count, height, width], seed, cut) => {
        const pool = numbered(count, height, width);
        const split = Math.min(cut, count);
        const options = { pool, seed, epoch: 3, stream: 1 };
        const whole = mix(pool, options);
        expect(mix(slice(pool, 0, split), options)).toEqual(slice(whole, 0, split));
        expect(mix(slice(pool, split, count), { ...options, firstIndex: split })).toEqual(
          slice(whole, split, count),
        );
      }),
    );
  });

  it('takes the batch itself as the pool unless told otherwise', () => {
    const batch = numbered(9, 5, 4);
    expect(mix(batch, { seed: 6 })).toEqual(mix(batch, { seed: 6, pool: batch }));
  });

  it('mixes pictures without labels, of either kind', () => {
    const { images } = numbered(9, 5, 4);
    const mixed = mix({ images: scaleToUnit(images) }, { seed: 1 });
    expect(mixed.labels).toBeUndefined();
    expect(mixed.images.data).toBeInstanceOf(Float32Array);
    expect(mixed.images).not.toEqual(scaleToUnit(images));
    expect(mix({ images }).images.data).toBeInstanceOf(Uint8Array);
  });

  it('mixes no pictures', () => {
    const none = numbered(0, 5, 4);
    expect(mix(none)).toEqual(none);
    expect(mix(none, { pool: numbered(3, 5, 4) })).toEqual(none);
  });

  const batch = numbered(2, 3, 4);
  const { images } = batch;
  it.each<[string, Batch, MixingOptions, RegExp]>([
    ['an empty pool', batch, { pool: numbered(0, 3, 4) }, /\.pool: expected at least one picture/],
    [
      'other sizes',
      batch,
      { pool: numbered(2, 4, 3) },
      /\.pool: expected pictures of 3 x 4 pixels, got 4 x 3/,
    ],
    ['another kind', { images }, { pool: { images: scaleToUnit(images) } }, /\.pool: expected the same kind/],
    [
      'no labels',
      batch,
      { pool: { images } },
      /\.pool: expected labels of 10 classes as in the batch, got 0/,
    ],
    [
      'too few labels',
      { images, labels: oneHot(Uint8Array.of(1), 3) },
      {},
      /labels: expected \[2, classCount\]/,
    ],
    ['pictures of nothing', { images: { data: new Uint8Array(0), shape: [2, 0, 4] } }, {}, /with pixels/],
    ['no pictures', { images: { data: new Uint8Array(4), shape: [4] } }, {}, /imageCount, height, width/],
  ])('refuses %s', (_, wrong, options, message) => {
    expect(() => mix(wrong, options)).toThrow(message);
    expect(() => mix(wrong, options)).toThrow(expect.objectContaining({ code: 'E_SHAPE' }));
  });

  it.each([{ alpha: 0 }, { alpha: -1 }, { alpha: Number.NaN }, { beta: 1 }, { seed: 0.5 }])(
    'refuses %j',
    (options) => {
      expect(() => mix(batch, options)).toThrow(
        expect.objectContaining({ code: 'E_OPTION', message: expect.stringContaining(name) as string }),
      );
    },
  );
});

describe('mixup', () => {
  it('averages pixels by the share that the labels tell', () => {
    const batch = numbered(10, 3, 3);
    const black = { ...batch, images: ndArray(new Uint8Array(90), [10, 3, 3]) };
    const white = {
      images: ndArray(new Uint8Array(9).fill(255), [1, 3, 3]),
      labels: ndArray(new Float32Array(CLASS_COUNT).fill(1 / CLASS_COUNT), [1, CLASS_COUNT]),
    };
    const { images, labels } = mixup(black, { alpha: 1, pool: white });
    for (let image = 0; image < 10; image++) {
      const ownLabel = labels?.data[image * CLASS_COUNT + image] as number;
      const share = (ownLabel - 0.1) / 0.9;
      for (let i = 0; i < 9; i++)
        expect(Math.abs((images.data[image * 9 + i] as number) - 255 * (1 - share))).toBeLessThan(0.5 + 1e-4);
    }
    expect(new Set(images.data).size).toBeGreaterThan(5);
  });

  it('hardly mixes with a small alpha, and by halves with a great one', () => {
    const batch = numbered(10, 2, 2);
    const pool = numbered(1, 2, 2, 200);
    const shares = (alpha: number) =>
      Array.from(mixup(batch, { alpha, pool }).images.data, (pixel) => (200 - pixel) / 200);
    expect(shares(1e-6).every((share) => share < 0.01 || share > 0.95)).toBe(true);
    expect(shares(1e6).every((share) => share > 0.45 && share < 0.52)).toBe(true);
  });
});

describe('cutmix', () => {
  it('pastes one box, and shares the labels by its area', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.nat(1e6),
        (height, width, seed) => {
          const batch = numbered(1, height, width);
          const pool = numbered(1, height, width, 1);
          const { images, labels } = cutmix(batch, { pool, seed });
          const pasted = [...images.data].flatMap((pixel, i) => (pixel === 1 ? [i] : []));
          const rows = new Set(pasted.map((i) => Math.floor(i / width)));
          const columns = new Set(pasted.map((i) => i % width));
          expect(images.data.every((pixel) => pixel <= 1)).toBe(true);
          expect(pasted.length).toBe(rows.size * columns.size);
          for (const places of [rows, columns])
            if (places.size > 0) expect(Math.max(...places) - Math.min(...places)).toBe(places.size - 1);
          expect(labels?.data[1]).toBeCloseTo(pasted.length / (height * width), 6);
        },
      ),
    );
  });

  it('centres its boxes on every pixel equally, and gives them the area they are drawn with', () => {
    const count = 20_000;
    const side = 28;
    const images = ndArray(new Uint8Array(count * side * side), [count, side, side]);
    const pool = { images: ndArray(new Uint8Array(side * side).fill(1), [1, side, side]) };
    // Shares are all a half: boxes of 18 x 18 pixels around each pixel, cut off at the border.
    const { data } = cutmix({ images }, { alpha: 1e12, pool }).images;
    const covering = (place: number) => Math.min(side - 1, place + 9) - Math.max(0, place - 8) + 1;
    for (const [y, x] of [
      [0, 0],
      [0, 13],
      [14, 14],
      [27, 27],
      [20, 3],
    ] as const) {
      const probability = (covering(y) * covering(x)) / side ** 2;
      let hits = 0;
      for (let image = 0; image < count; image++) hits += data[(image * side + y) * side + x] as number;
      expect(Math.abs(hits / count - probability)).toBeLessThan(
        5 * Math.sqrt((probability * (1 - probability)) / count),
      );
    }
  });
});
