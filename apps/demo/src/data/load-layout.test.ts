import { describe, expect, it } from 'vitest';
import { placesOf } from './load-layout.ts';

function bytesOf(values: readonly number[]): DataView {
  const view = new DataView(new ArrayBuffer(2 * values.length));
  values.forEach((value, i) => view.setUint16(2 * i, value, true));
  return view;
}

describe('placesOf', () => {
  it('spans the bounds with 0 and 65,535', () => {
    const bytes = bytesOf([0, 65_535, 65_535, 0]);
    const places = placesOf(bytes, { first: 0, count: 2, bounds: [-2, 10, 6, 30] }, 2);
    expect([...places]).toEqual([-2, 30, 6, 10]);
  });

  it('leaves ids that the layout does not place without a place', () => {
    const places = placesOf(bytesOf([0, 0]), { first: 2, count: 1, bounds: [5, 7, 6, 8] }, 4);
    expect([...places]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
      Number.NaN,
      5,
      7,
      Number.NaN,
      Number.NaN,
    ]);
  });

  it('puts all points of a map without extent at one place', () => {
    const places = placesOf(bytesOf([9, 9, 70, 70]), { first: 0, count: 2, bounds: [3, 4, 3, 4] }, 2);
    expect([...places]).toEqual([3, 4, 3, 4]);
  });
});
