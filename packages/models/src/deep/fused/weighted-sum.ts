import { sum, type Tensor } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable.ts';
import { applyFusedActivation, type FusedActivation } from './fused-activation.ts';
import { reluGradient } from './relu-gradient.ts';

/** What goes into a weighted sum. */
export interface Weights {
  readonly kernel: Tensor;
  /** One number for each channel that comes out. */
  readonly bias: Tensor | undefined;
}

/** What is done at last, and whether a gradient by `x` is needed. */
export interface SumOptions {
  readonly activation: FusedActivation;
  /** Whether `x` is what the network was given: then nobody asks for a gradient by it. */
  readonly isInput: boolean;
}

/** A product that is linear in `x` and in the kernel, as kernels of backends compute it. */
export interface WeightedProduct {
  compute(x: Tensor, weights: Weights, activation: 'linear' | 'relu'): Tensor;
  gradientByInput(dy: Tensor, x: Tensor, kernel: Tensor): Tensor;
  gradientByKernel(dy: Tensor, x: Tensor, kernel: Tensor): Tensor;
}

/** The product plus the bias, activated: in one pass for ReLU, which tfjs' own fused operations do not when training. */
export function weightedSum(
  product: WeightedProduct,
  x: Tensor,
  weights: Weights,
  { activation, isInput }: SumOptions,
): Tensor {
  if (activation !== 'linear' && activation !== 'relu') {
    const linear = weightedSum(product, x, weights, { activation: 'linear', isInput });
    return applyFusedActivation(linear, activation);
  }
  const { kernel, bias } = weights;
  return differentiable(
    [...(isInput ? [] : [x]), kernel, ...(bias === undefined ? [] : [bias])],
    () => {
      const value = product.compute(x, weights, activation);
      return { value, saved: activation === 'relu' ? [x, kernel, value] : [x, kernel] };
    },
    (dy, [savedX, savedKernel, y]) => {
      const dSum = y === undefined ? dy : reluGradient(dy, y);
      return [
        ...(isInput ? [] : [product.gradientByInput(dSum, savedX!, savedKernel!)]),
        product.gradientByKernel(dSum, savedX!, savedKernel!),
        ...(bias === undefined ? [] : [sum(dSum, [...dSum.shape.keys()].slice(0, -1))]),
      ];
    },
  );
}
