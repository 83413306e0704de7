import { type NdArray, ndArray } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../test/golden/torchvision-values.json' with { type: 'json' };
import type { Pixels } from '../images/images.ts';
import { imageRandom } from '../random/image-random.ts';
import type { RandomOptions } from '../random/random-options.ts';
import { scaleToUnit } from '../scaling/scale-to-unit.ts';
import { brightness } from './brightness.ts';
import { contrast } from './contrast.ts';
import { randomBrightness } from './random-brightness.ts';
import { randomContrast } from './random-contrast.ts';

const images = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([count, height, width]) =>
    fc
      .uint8Array({ minLength: count * height * width, maxLength: count * height * width })
      .map((data) => ndArray(data, [count, height, width])),
  );
const factors = fc.double({ min: 0, max: 4, noNaN: true });

const pairs = [
  ['brightness', brightness, randomBrightness, golden.brightness],
  ['contrast', contrast, randomContrast, golden.contrast],
] as const;

describe.each(pairs)('%s', (name, operation, _, cases) => {
  it.each(cases)('of bytes is what torchvision computes with factor $factor and shape $shape', (expected) => {
    const { data } = operation(ndArray(Uint8Array.from(expected.pixels), expected.shape), {
      factor: expected.factor,
    });
    expect([...data]).toEqual(expected.bytes);
  });

  it.each(cases)(
    'of float32 is what torchvision computes with factor $factor and shape $shape',
    (expected) => {
      const unit = scaleToUnit(ndArray(Uint8Array.from(expected.pixels), expected.shape));
      const { data } = operation(unit, { factor: expected.factor });
      // The order of torch's sum moves the mean by one rounding of a number below 1.
      const tolerance = name === 'contrast' ? Math.abs(1 - expected.factor) * 2 ** -23 + 2 ** -24 : 0;
      expected.units.forEach((value, i) =>
        expect(Math.abs((data[i] as number) - Math.fround(value))).toBeLessThanOrEqual(tolerance),
      );
    },
  );

  it('changes nothing by the factor 1, and never its input', () => {
    fc.assert(
      fc.property(images, factors, (pictures, factor) => {
        const before = pictures.data.slice();
        expect(operation(pictures)).toEqual(pictures);
        operation(pictures, { factor });
        expect(pictures.data).toEqual(before);
      }),
    );
  });

  it.each([{ factor: -0.1 }, { factor: Number.NaN }, { amount: 1 }])('refuses %j', (options) => {
    expect(() => operation(ndArray(new Uint8Array(1), [1, 1, 1]), options)).toThrow(
      expect.objectContaining({ code: 'E_OPTION', message: expect.stringContaining(name) as string }),
    );
  });

  it('refuses a shape that does not fit', () => {
    expect(() => operation({ data: new Uint8Array(3), shape: [1, 2, 2] })).toThrow(
      expect.objectContaining({ code: 'E_SHAPE' }),
    );
  });
});

describe.each(pairs)('random %s', (_, operation, randomly) => {
  it('changes each picture by the factor that its own random numbers give', () => {
    fc.assert(
      fc.property(
        images,
        fc.double({ min: 0, max: 3, noNaN: true }),
        fc.nat(99),
        (pictures, amount, seed) => {
          const options: RandomOptions = { seed, epoch: 2, stream: 1, firstIndex: 5 };
          const { data, shape } = randomly(pictures, { amount, ...options });
          const [count = 0, height = 0, width = 0] = shape;
          const random = imageRandom('test', options, count);
          for (let image = 0; image < count; image++) {
            random.start(image);
            const least = Math.max(0, 1 - amount);
            const factor = least + random.nextFloat() * (1 + amount - least);
            const span = [image * height * width, (image + 1) * height * width] as const;
            const alone = ndArray(pictures.data.subarray(...span), [1, height, width]);
            expect(data.subarray(...span)).toEqual(operation(alone, { factor }).data);
          }
        },
      ),
    );
  });

  it('gives a picture the same pixels in any batch, of either kind', () => {
    fc.assert(
      fc.property(images, (bytes) => {
        for (const pictures of [bytes, scaleToUnit(bytes)] as readonly NdArray<Pixels>[]) {
          const { data, shape } = randomly(pictures, { seed: 3 });
          expect(shape).toEqual(pictures.shape);
          const [count = 0, height = 0, width = 0] = shape;
          const last = (count - 1) * height * width;
          const alone = ndArray(pictures.data.slice(last), [1, height, width]);
          expect(randomly(alone, { seed: 3, indices: [count - 1] }).data).toEqual(data.slice(last));
        }
      }),
    );
  });

  it('changes nothing by the amount 0', () => {
    fc.assert(
      fc.property(images, (pictures) => {
        expect(randomly(pictures, { amount: 0 })).toEqual(pictures);
      }),
    );
  });

  it.each([{ amount: -1 }, { factor: 2 }, { seed: -1 }])('refuses %j', (options) => {
    expect(() => randomly(ndArray(new Uint8Array(1), [1, 1, 1]), options)).toThrow(
      expect.objectContaining({ code: 'E_OPTION' }),
    );
  });
});
