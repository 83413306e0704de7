import { expect } from 'vitest';

/** Expects finite values within `tolerance` times the largest expected magnitude. */
export function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  const wanted = Array.from(expected);
  const scale = wanted.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  expect(actual.length).toBe(wanted.length);
  const error = wanted.reduce((worst, value, i) => Math.max(worst, Math.abs(value - actual[i]!)), 0);
  expect(error).toBeLessThanOrEqual(tolerance * scale);
}
