import { add, div, mul, sqrt, square, sum, type Tensor } from '@tensorflow/tfjs-core';

/** Keeps the gradient of a length finite where it is 0. */
export const SQUASH_EPSILON = 1e-7;

/** Lengths of vectors along the last axis. */
export function lengths(vectors: Tensor, keepAxis: boolean): Tensor {
  return sqrt(add(sum(square(vectors), -1, keepAxis), SQUASH_EPSILON));
}

/**
 * Shrinks vectors along the last axis to a length below 1, short ones to almost 0: `|s|² / (1 + |s|²) · s / |s|`.
 *
 * @see Sabour, Frosst & Hinton 2017, "Dynamic routing between capsules", equation 1.
 */
export function squash(vectors: Tensor): Tensor {
  const length = lengths(vectors, true);
  return mul(vectors, div(length, add(square(length), 1)));
}
