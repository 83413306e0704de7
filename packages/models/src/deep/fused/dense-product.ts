import { _FusedMatMul, matMul, reshape, type Tensor } from '@tensorflow/tfjs-core';
import { runKernel } from './backend-kernels.ts';
import type { WeightedProduct } from './weighted-sum.ts';

/** `x · kernel` of `[batchSize, features]` and `[features, units]`. */
export const denseProduct: WeightedProduct = {
  compute(x, { kernel, bias }, activation) {
    const attributes = { transposeA: false, transposeB: false, activation };
    const product = runKernel(_FusedMatMul, { a: stacked(x), b: stacked(kernel), bias }, attributes);
    return reshape(product, [x.shape[0], kernel.shape[1]!]);
  },
  gradientByInput: (dy, _x, kernel) => matMul(dy, kernel, false, true),
  gradientByKernel: (dy, x) => matMul(x, dy, true, false),
};

/** A stack of one matrix, which is what the kernel takes. */
function stacked(matrix: Tensor): Tensor {
  return reshape(matrix, [1, ...matrix.shape]);
}
