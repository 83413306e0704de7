import { ndArray } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatten } from '../features/flatten.ts';
import { FASHION_MNIST_MOMENTS, normalize } from './normalize.ts';
import { pixelMoments } from './pixel-moments.ts';
import { scaleToUnit } from './scale-to-unit.ts';
import { standardScaler } from './standard-scaler.ts';

const everyPixel = ndArray(
  Uint8Array.from({ length: 256 }, (_, pixel) => pixel),
  [4, 8, 8],
);

describe('flatten', () => {
  it('keeps the data and joins all but the first dimension', () => {
    const flat = flatten(everyPixel);
    expect(flat.shape).toEqual([4, 64]);
    expect(flat.data).toBe(everyPixel.data);
  });

  it('flattens no images', () => {
    expect(flatten(ndArray(new Uint8Array(0), [0, 28, 28])).shape).toEqual([0, 784]);
  });
});

describe('scaleToUnit', () => {
  it('gives the float32 nearest to pixel / 255, for every pixel', () => {
    const { data, shape } = scaleToUnit(everyPixel);
    expect(shape).toEqual([4, 8, 8]);
    for (let pixel = 0; pixel < 256; pixel++) expect(data[pixel]).toBe(Math.fround(pixel / 255));
  });
});

describe('normalize', () => {
  it('gives the float32 nearest to the formula, for every pixel', () => {
    const { mean, std } = FASHION_MNIST_MOMENTS;
    const { data } = normalize(everyPixel, FASHION_MNIST_MOMENTS);
    for (let pixel = 0; pixel < 256; pixel++)
      expect(data[pixel]).toBe(Math.fround((pixel / 255 - mean) / std));
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses the standard deviation %s', (std) => {
    expect(() => normalize(everyPixel, { mean: 0, std })).toThrow(/std: expected a positive number/);
  });
});

describe('pixelMoments', () => {
  it('finds the moments of a uniform distribution by its formula', () => {
    const { mean, std } = pixelMoments(everyPixel);
    expect(mean).toBeCloseTo(0.5, 12);
    expect(std).toBeCloseTo(Math.sqrt((256 ** 2 - 1) / 12) / 255, 12);
  });

  it('refuses to average nothing', () => {
    expect(() => pixelMoments(ndArray(new Uint8Array(0), [0]))).toThrow(/at least one pixel/);
  });
});

describe('standardScaler', () => {
  const samples = fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 5 }))
    .chain(([rows, columns]) =>
      fc
        .uint8Array({ minLength: rows * columns, maxLength: rows * columns })
        .map((data) => ndArray(data, [rows, columns])),
    );

  it('moves every feature to mean 0, and to standard deviation 1 unless it is constant', () => {
    fc.assert(
      fc.property(samples, (x) => {
        const { data } = standardScaler(x).transform(x);
        const [rows = 0, columns = 0] = x.shape;
        for (let column = 0; column < columns; column++) {
          const values = Array.from({ length: rows }, (_, row) => data[row * columns + column] as number);
          const mean = values.reduce((sum, value) => sum + value, 0) / rows;
          const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rows;
          expect(mean).toBeCloseTo(0, 5);
          if (new Set(values).size > 1) expect(variance).toBeCloseTo(1, 5);
          else expect(variance).toBe(0);
        }
      }),
    );
  });

  it('applies the moments of the fitted samples to others', () => {
    const scaler = standardScaler(ndArray(Float32Array.of(0, 10, 2, 10), [2, 2]));
    expect([...scaler.mean]).toEqual([1, 10]);
    expect([...scaler.scale]).toEqual([1, 1]);
    expect([...scaler.transform(ndArray(Float32Array.of(4, 12), [1, 2])).data]).toEqual([3, 2]);
  });

  it('refuses samples with another number of features', () => {
    const scaler = standardScaler(ndArray(Uint8Array.of(1, 2), [1, 2]));
    expect(() => scaler.transform(ndArray(new Uint8Array(3), [1, 3]))).toThrow(
      'expected 2 features as fitted, got 3',
    );
  });
});
