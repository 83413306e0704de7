import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantize } from './quantize.ts';

const STEPS = 65_535;

function placesOf({ bytes, bounds }: ReturnType<typeof quantize>): readonly number[] {
  const [xMin, yMin, xMax, yMax] = bounds;
  const view = new DataView(bytes.buffer);
  return Array.from({ length: bytes.length / 2 }, (_, i) => {
    const [least, greatest] = i % 2 === 0 ? [xMin, xMax] : [yMin, yMax];
    return least + ((greatest - least) / STEPS) * view.getUint16(2 * i, true);
  });
}

describe('quantize', () => {
  it('spans the box around the points with 0 and 65,535, little endian', () => {
    const { bytes, bounds } = quantize([-1, 5, 3, 7, 1, 6]);
    expect(bounds).toEqual([-1, 5, 3, 7]);
    expect([...bytes]).toEqual([0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0x00, 0x80, 0x00, 0x80]);
  });

  it('moves no point by more than half a step', () => {
    const coordinate = fc.float({ min: -1e6, max: 1e6, noNaN: true });
    const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(points, (pairs) => {
        const coordinates = pairs.flat();
        const quantized = quantize(coordinates);
        const [xMin, yMin, xMax, yMax] = quantized.bounds;
        placesOf(quantized).forEach((place, i) => {
          const step = (i % 2 === 0 ? xMax - xMin : yMax - yMin) / STEPS;
          expect(Math.abs(place - (coordinates[i] ?? 0))).toBeLessThanOrEqual(0.5001 * step + 1e-9);
        });
      }),
    );
  });

  it('puts points that are all at one place there', () => {
    expect(placesOf(quantize([2, 3, 2, 3]))).toEqual([2, 3, 2, 3]);
  });
});
