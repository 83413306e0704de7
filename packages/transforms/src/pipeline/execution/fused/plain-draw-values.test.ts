import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imageKernels } from '../../../compiled/image-kernels.ts';
import { valueBlock } from './value-block.ts';

const kernels = imageKernels();
const UNTOUCHED = -77;

const drawing = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 40 }), fc.nat(50))
  .chain(([height, width, image]) => {
    const end = image + height * width;
    const distance = fc.oneof(fc.integer({ min: -45, max: 45 }), fc.constantFrom(-(2 ** 30), 2 ** 30));
    return fc.record({
      height: fc.constant(height),
      width: fc.constant(width),
      image: fc.constant(image),
      bytes: fc.uint8Array({ minLength: end, maxLength: end }),
      areRowsMirrored: fc.boolean(),
      areColumnsMirrored: fc.boolean(),
      right: distance,
      down: distance,
      fill: fc.float(),
    });
  });

const someValues = fc.float32Array({ minLength: 256, maxLength: 256 });

describe('drawing the values of bytes', () => {
  it('gives the same compiled and plain, bit for bit, and leaves other pixels alone', () => {
    fc.assert(
      fc.property(drawing, someValues, ({ height, width, image, bytes, ...how }, values) => {
        const { areRowsMirrored, areColumnsMirrored, right, down, fill } = how;
        const results = [kernels, undefined].map((available) => {
          const block = valueBlock({ height: bytes.length + 1, width: 1 }, available);
          block.values.set(values);
          block.bytes.set(bytes);
          block.result.fill(UNTOUCHED, 0, bytes.length + 1);
          block.drawValues(image, height, width, areRowsMirrored, areColumnsMirrored, right, down, fill);
          return new Uint32Array(block.result.slice(0, bytes.length + 1).buffer);
        });
        expect(results[0]).toEqual(results[1]);
      }),
      { numRuns: 500 },
    );
  });

  it('mirrors, then moves', () => {
    for (const available of [kernels, undefined]) {
      const block = valueBlock({ height: 2, width: 3 }, available);
      block.values.set([0, 10, 20, 30, 40, 50, 60]);
      block.bytes.set([1, 2, 3, 4, 5, 6]);
      block.drawValues(0, 2, 3, false, true, 1, 0, -1);
      expect(Array.from(block.result.slice(0, 6))).toEqual([-1, 30, 20, -1, 60, 50]);
      block.drawValues(0, 2, 3, true, false, 0, 1, -1);
      expect(Array.from(block.result.slice(0, 6))).toEqual([-1, -1, -1, 40, 50, 60]);
    }
  });
});

describe('valueBlock', () => {
  it('takes images that are too large for compiled kernels', () => {
    const size = { height: 2 ** 9, width: 2 ** 8 };
    const { imageCount, bytes, result } = valueBlock(size, kernels);
    expect([imageCount, bytes.length, result.length]).toEqual([1, 2 ** 17, 2 ** 17]);
  });
});
