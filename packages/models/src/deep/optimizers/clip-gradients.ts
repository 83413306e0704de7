import {
  add,
  addN,
  div,
  minimum,
  mul,
  type NamedTensorMap,
  sqrt,
  square,
  sum,
  tidy,
} from '@tensorflow/tfjs-core';

/** Added to the norm, so that gradients of zero stay finite; as in PyTorch. */
const LEAST_NORM = 1e-6;

/**
 * Gradients scaled down together until their global norm is at most `maxNorm`.
 *
 * @param gradients - Borrowed.
 * @returns New ones, to be freed by the caller (or a surrounding `tidy`).
 * @see https://pytorch.org/docs/1.13/generated/torch.nn.utils.clip_grad_norm_.html - the same factor
 */
export function clipGradients(gradients: NamedTensorMap, maxNorm: number): NamedTensorMap {
  return tidy(() => {
    const squares = Object.values(gradients).map((gradient) => sum(square(gradient)));
    const factor = minimum(div(maxNorm, add(sqrt(addN(squares)), LEAST_NORM)), 1);
    return Object.fromEntries(
      Object.entries(gradients).map(([name, gradient]) => [name, mul(gradient, factor)]),
    );
  });
}
