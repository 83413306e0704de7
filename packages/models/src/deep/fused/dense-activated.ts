import { fused, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import type { FusedActivation } from './fused-activation.ts';

/** `x · kernel + bias`, activated. */
export function denseActivated(
  x: Tensor2D,
  { kernel, bias }: { readonly kernel: Tensor2D; readonly bias: Tensor | undefined },
  { activation }: { readonly activation: FusedActivation; readonly isInput: boolean },
): Tensor {
  return fused.matMul({ a: x, b: kernel, activation, ...(bias && { bias }) });
}
