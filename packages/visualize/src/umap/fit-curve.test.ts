import { describe, expect, it } from 'vitest';
import { fitCurve } from './fit-curve.ts';

describe('fitCurve', () => {
  // find_ab_params(spread, min_dist) of umap-learn 0.5.3 with scipy 1.10.1, where that converges.
  it.each([
    { minDist: 0.1, spread: 1, a: 1.57694, b: 0.89506 },
    { minDist: 0, spread: 1, a: 1.93281, b: 0.790495 },
    { minDist: 0.5, spread: 1, a: 0.58303, b: 1.33417 },
    { minDist: 1, spread: 1, a: 0.114976, b: 1.92924 },
    { minDist: 0.01, spread: 0.5, a: 5.72024, b: 0.810877 },
    { minDist: 0.3, spread: 3, a: 0.220654, b: 0.895061 },
    { minDist: 5, spread: 5, a: 0.000231024, b: 1.92923 },
  ])('finds what scipy finds for minDist $minDist, spread $spread', ({ minDist, spread, a, b }) => {
    const curve = fitCurve(minDist, spread);
    expect(Math.abs(curve.a / a - 1)).toBeLessThan(1e-4);
    expect(Math.abs(curve.b / b - 1)).toBeLessThan(1e-4);
  });

  it('gives numbers of float32', () => {
    const { a, b } = fitCurve(0.3, 1.5);
    expect([a, b]).toEqual([Math.fround(a), Math.fround(b)]);
  });
});
