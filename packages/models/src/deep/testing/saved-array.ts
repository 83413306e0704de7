import { type Tensor, tensor } from '@tensorflow/tfjs-core';

/** An array in a golden file. */
export type SavedArray = { readonly shape: readonly number[]; readonly data: readonly number[] };

/** The array as a tensor. */
export function restored({ shape, data }: SavedArray): Tensor {
  return tensor([...data], [...shape]);
}
