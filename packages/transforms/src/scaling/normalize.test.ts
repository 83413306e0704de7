import { ndArray } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../test/golden/torchvision-values.json' with { type: 'json' };
import { FASHION_MNIST_MOMENTS, MNIST_MOMENTS, normalize } from './normalize.ts';
import { pixelMoments } from './pixel-moments.ts';
import { scaleToUnit } from './scale-to-unit.ts';

const everyByte = ndArray(
  Uint8Array.from({ length: 256 }, (_, byte) => byte),
  [4, 8, 8],
);

const anyMoments = fc.record({
  mean: fc.float({ min: -1, max: 2, noNaN: true }),
  std: fc.float({ min: Math.fround(0.01), max: 10, noNaN: true }),
});

describe('scaleToUnit', () => {
  it('gives the float32 nearest to byte / 255, for every byte, as torchvision does', () => {
    const { data, shape } = scaleToUnit(everyByte);
    expect(shape).toEqual([4, 8, 8]);
    expect(data).toEqual(Float32Array.from({ length: 256 }, (_, byte) => byte / 255));
    expect(data).toEqual(Float32Array.from(golden.unit));
  });

  it('copies pixels that are 0..1 already', () => {
    const unit = scaleToUnit(everyByte);
    const again = scaleToUnit(unit);
    expect(again).toEqual(unit);
    expect(again.data).not.toBe(unit.data);
  });

  it.each([1.5, -0.01, 255, Number.NaN])('refuses the float32 pixel %s', (pixel) => {
    expect(() => scaleToUnit(ndArray(Float32Array.of(0, pixel), [2]))).toThrow(
      expect.objectContaining({
        code: 'E_OPTION',
        message: expect.stringContaining('0..1 already') as string,
      }),
    );
  });

  it('refuses numbers that are no pixels, and a shape that does not fit', () => {
    const wide = ndArray(new Uint16Array(4), [4]) as unknown as typeof everyByte;
    expect(() => scaleToUnit(wide)).toThrow(
      /expected pixels in a Uint8Array or a Float32Array, got Uint16Array/,
    );
    expect(() => scaleToUnit({ data: new Uint8Array(3), shape: [2, 2] })).toThrow(
      expect.objectContaining({ code: 'E_SHAPE' }),
    );
  });
});

describe('normalize', () => {
  it.each(golden.normalize)(
    'is bit for bit what torchvision computes with mean $mean',
    ({ mean, std, values }) => {
      expect(normalize(everyByte, { mean, std }).data).toEqual(Float32Array.from(values));
    },
  );

  it('stays within a few roundings of the formula', () => {
    const { mean, std } = FASHION_MNIST_MOMENTS;
    const { data } = normalize(everyByte);
    // Three roundings of numbers up to 1, each by at most 2^-25, divided by the deviation, and one of the result.
    const bound = (3 * 2 ** -25) / std + 2 ** -24;
    for (let byte = 0; byte < 256; byte++)
      expect(Math.abs((data[byte] as number) - (byte / 255 - mean) / std)).toBeLessThan(bound);
  });

  it('gives the same for bytes and for the same pixels scaled to 0..1', () => {
    fc.assert(
      fc.property(fc.uint8Array(), anyMoments, (bytes, moments) => {
        const images = ndArray(bytes, [bytes.length]);
        expect(normalize(images, moments)).toEqual(normalize(scaleToUnit(images), moments));
      }),
    );
  });

  it('takes the moments of Fashion-MNIST unless told otherwise', () => {
    expect(normalize(everyByte)).toEqual(normalize(everyByte, FASHION_MNIST_MOMENTS));
    expect(normalize(everyByte)).not.toEqual(normalize(everyByte, MNIST_MOMENTS));
  });

  it('moves pixels to mean 0 and deviation 1 by their own moments', () => {
    const { mean, std } = pixelMoments(normalize(everyByte, pixelMoments(everyByte)));
    expect(mean).toBeCloseTo(0, 6);
    expect(std).toBeCloseTo(1, 6);
  });

  it.each([0, -1, 1e-50, Number.NaN, Number.POSITIVE_INFINITY])(
    'refuses the standard deviation %s',
    (std) => {
      expect(() => normalize(everyByte, { mean: 0, std })).toThrow(
        expect.objectContaining({
          code: 'E_OPTION',
          message: expect.stringContaining('normalize.std: expected a number >=') as string,
        }),
      );
    },
  );
});

describe('normalize', () => {
  it.each([
    [{ mean: 1e39 }, 'normalize.mean: expected a number that float32 can hold, got 1e+39'],
    [{ std: 1e39 }, 'normalize.std: expected a number >='],
    [{ mean: 3e38, std: 1e-30 }, 'normalize: expected moments that keep 0..1 finite'],
  ])('refuses %j, of which Infinity would come', (moments, message) => {
    expect(() => normalize(everyByte, moments)).toThrow(
      expect.objectContaining({ code: 'E_OPTION', message: expect.stringContaining(message) as string }),
    );
  });
});

describe('pixelMoments', () => {
  it('finds the moments of a uniform distribution by its formula', () => {
    const expected = { mean: 0.5, std: Math.sqrt((256 ** 2 - 1) / 12) / 255 };
    const ofBytes = pixelMoments(everyByte);
    expect(ofBytes.mean).toBeCloseTo(expected.mean, 12);
    expect(ofBytes.std).toBeCloseTo(expected.std, 12);
    const ofUnits = pixelMoments(scaleToUnit(everyByte));
    expect(ofUnits.mean).toBeCloseTo(expected.mean, 7);
    expect(ofUnits.std).toBeCloseTo(expected.std, 7);
  });

  it('refuses to average nothing, and what is not finite', () => {
    expect(() => pixelMoments(ndArray(new Uint8Array(0), [0]))).toThrow(/at least one pixel/);
    expect(() => pixelMoments(ndArray(Float32Array.of(1, Number.NaN), [2]))).toThrow(/finite/);
  });
});
