import { mul, type Tensor, tensor } from '@tensorflow/tfjs-core';
import { hasKernel, runKernel } from './backend-kernels.ts';
import { differentiable } from './differentiable.ts';
import { hash32 } from './seeds.ts';

/** How much is dropped, and which. */
export interface DropoutChoice {
  /** The share of values that become 0. */
  readonly rate: number;
  /** An unsigned 32-bit integer: the same values are dropped for the same seed on every backend. */
  readonly seed: number;
}

/**
 * Sets values to 0 at random and divides the others by the share of them that is kept.
 *
 * @see Srivastava et al. 2014, "Dropout".
 */
export function seededDropout(x: Tensor, choice: DropoutChoice): Tensor {
  return differentiable(
    [x],
    () => ({ value: drop(x, choice), saved: [] }),
    (dy) => [drop(dy, choice)],
  );
}

function drop(x: Tensor, choice: DropoutChoice): Tensor {
  if (hasKernel('SeededDropout')) return runKernel('SeededDropout', { x }, choice);
  return mul(x, tensor(dropoutFactors(x.size, choice), x.shape));
}

/** What each value is multiplied by. */
function dropoutFactors(count: number, { rate, seed }: DropoutChoice): Float32Array {
  const seedHash = hash32(seed);
  const threshold = Math.floor(rate * 2 ** 32);
  const factor = 1 / (1 - rate);
  return Float32Array.from({ length: count }, (_, i) => (hash32(i ^ seedHash) >= threshold ? factor : 0));
}
