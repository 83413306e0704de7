import { expect } from 'vitest';

/** Expects values within `tolerance` times the largest expected magnitude. */
export function expectClose(actual: Iterable<number>, expected: Iterable<number>, tolerance: number): void {
  const [values, wanted] = [[...actual], [...expected]];
  const scale = wanted.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const worst = wanted.reduce((error, value, i) => Math.max(error, Math.abs(value - values[i]!)), 0);
  expect(values.length).toBe(wanted.length);
  expect(values.every(Number.isFinite)).toBe(true);
  expect(worst).toBeLessThanOrEqual(tolerance * scale);
}
