import type { NamedAttrMap } from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import { runKernel, type TestInput } from './on-both-backends.ts';

/** How far a value may be from the expected one: the larger of both bounds counts. */
export interface Tolerance {
  /** Of the expected value's size. */
  readonly relative?: number;
  readonly absolute?: number;
}

/** Expects values as close as the tolerance says; NaN and infinities are only close to themselves. */
export function expectNear(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  { relative = 0, absolute = 0 }: Tolerance,
): void {
  expect(actual.length).toBe(expected.length);
  for (let index = 0; index < expected.length; index++) {
    const [value, goal] = [actual[index] as number, expected[index] as number];
    const isClose =
      Object.is(value, goal) || Math.abs(value - goal) <= Math.max(absolute, relative * Math.abs(goal));
    if (!isClose) expect.fail(`expected about ${goal} at ${index} of ${expected.length}, got ${value}`);
  }
}

/** Expects of a kernel what the cpu backend's makes of the same inputs. */
export async function expectAsOnCpu(
  kernelName: string,
  inputs: Readonly<Record<string, TestInput>>,
  attrs: NamedAttrMap,
  tolerance: Tolerance,
): Promise<void> {
  const expected = await runKernel('cpu', kernelName, inputs, attrs);
  const actual = await runKernel('simd', kernelName, inputs, attrs);
  expect(actual.map(({ shape, dtype }) => ({ shape, dtype }))).toEqual(
    expected.map(({ shape, dtype }) => ({ shape, dtype })),
  );
  for (const [index, { values }] of expected.entries())
    expectNear(actual[index]?.values ?? [], values, tolerance);
}
