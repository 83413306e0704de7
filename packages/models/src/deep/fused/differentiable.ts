import { customGrad, type GradSaveFunc, type Tensor, tidy } from '@tensorflow/tfjs-core';

/** A value with what its gradient needs. */
export interface DifferentiableValue {
  readonly value: Tensor;
  /** Tensors that are kept until the gradient has been taken. */
  readonly saved: readonly Tensor[];
}

/**
 * Computes a value whose gradient is known.
 *
 * @param inputs - What gradients are asked by.
 * @param compute - Gives the value; its own operations are not differentiated.
 * @param gradients - One for each input, in order, from that of the value and from what was saved.
 */
export function differentiable(
  inputs: readonly Tensor[],
  compute: () => DifferentiableValue,
  gradients: (dy: Tensor, saved: readonly Tensor[]) => Tensor[],
): Tensor {
  const operation = customGrad((...given) => {
    const save = given.at(-1) as GradSaveFunc;
    const { value, saved } = compute();
    save([...saved]);
    return { value, gradFunc: (dy: Tensor, kept: Tensor[]) => tidy(() => gradients(dy, kept)) };
  });
  return operation(...inputs);
}
