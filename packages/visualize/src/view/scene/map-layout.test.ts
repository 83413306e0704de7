import { describe, expect, it } from 'vitest';
import { createMapLayout } from './map-layout.ts';

describe('createMapLayout', () => {
  const source = Float32Array.of(10, 100, 30, 110, Number.NaN, 5);
  const layout = createMapLayout(source, 3);

  it('centres a layout and scales its longer side to -1..1', () => {
    expect([...layout.positions.subarray(0, 4)]).toEqual([-1, -0.5, 1, 0.5]);
    expect(layout.bounds).toEqual({ xMin: -1, yMin: -0.5, xMax: 1, yMax: 0.5 });
  });

  it('puts points with NaN nowhere', () => {
    expect([...layout.positions.subarray(4)]).toEqual([Number.NaN, Number.NaN]);
  });

  it('places other things in the same way', () => {
    expect(layout.toMap({ x: 20, y: 110 })).toEqual({ x: 0, y: 0.5 });
  });

  it('accepts a layout that is a single point', () => {
    expect([...createMapLayout(Float32Array.of(7, 7), 1).positions]).toEqual([0, 0]);
  });

  it('refuses coordinates that are not two per id', () => {
    expect(() => createMapLayout(source, 2)).toThrow(expect.objectContaining({ code: 'E_SHAPE' }));
  });
});
