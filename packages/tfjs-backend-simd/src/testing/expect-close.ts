import { expect } from 'vitest';
import type { TestOutput } from './on-both-backends.ts';

/** That both have the same shape, and differ by at most `tolerance` times the largest magnitude. */
export function expectClose(got: TestOutput, expected: TestOutput, tolerance: number): void {
  expect(got.shape).toEqual(expected.shape);
  expect(got.dtype).toBe(expected.dtype);
  let largest = 1e-6;
  let difference = 0;
  for (let index = 0; index < expected.values.length; index++) {
    const value = expected.values[index] as number;
    largest = Math.max(largest, Math.abs(value));
    const distance = Math.abs((got.values[index] as number) - value);
    if (!(distance <= difference)) difference = distance;
  }
  expect(difference / largest).toBeLessThanOrEqual(tolerance);
}
