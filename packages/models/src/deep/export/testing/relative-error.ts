import type { Tensor } from '@tensorflow/tfjs-core';

/** Two engines add in different orders: through some layers that is a few 1e-6 of the largest answer. */
export const TOLERANCE = 1e-5;

/** The largest difference, relative to the largest expected value, or to 1 where that is less. */
export function relativeError(values: Float32Array, expected: Tensor): number {
  const wanted = expected.dataSync<'float32'>();
  const largest = wanted.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
  return wanted.reduce((most, value, i) => Math.max(most, Math.abs(value - values[i]!)), 0) / largest;
}
