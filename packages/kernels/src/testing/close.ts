import { expect } from 'vitest';

/**
 * Expects values within `tolerance` times the largest expected magnitude.
 *
 * @param options.leastScale - What stands for that magnitude where it is less, as it may be after sums that cancel.
 */
export function expectClose(
  actual: Iterable<number>,
  expected: Iterable<number>,
  tolerance: number,
  { leastScale = 0 }: { readonly leastScale?: number } = {},
): void {
  const [values, wanted] = [[...actual], [...expected]];
  const scale = wanted.reduce((largest, value) => Math.max(largest, Math.abs(value)), leastScale);
  const worst = wanted.reduce((error, value, i) => Math.max(error, Math.abs(value - values[i]!)), 0);
  expect(values.length).toBe(wanted.length);
  expect(values.every(Number.isFinite)).toBe(true);
  expect(worst).toBeLessThanOrEqual(tolerance * scale);
}
