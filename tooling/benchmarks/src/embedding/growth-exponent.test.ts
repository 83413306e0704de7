import { describe, expect, it } from 'vitest';
import { growthExponent } from './growth-exponent.ts';

const SIZES = [1000, 5000, 10_000, 35_000, 70_000];

describe('growthExponent', () => {
  it.each([1, 1.5, 2])('finds the power %d', (power) => {
    expect(growthExponent(SIZES.map((size) => [size, 3 * size ** power]))).toBeCloseTo(power, 10);
  });

  it('sees N log N a little above linear', () => {
    expect(growthExponent(SIZES.map((size) => [size, size * Math.log(size)]))).toBeCloseTo(1.113, 2);
  });
});
