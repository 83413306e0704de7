import type { TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import type { SimdKernel } from '../kernel.ts';
import { activateAfter, compiledActivation } from './activation.ts';
import { multiply } from './matrix-product.ts';

/** Of `_FusedMatMul`: product, bias and activation. */
export const fusedMatMul: SimdKernel = {
  kernelName: '_FusedMatMul',
  compute({ inputs, attrs, backend }) {
    const { a, b, bias, preluActivationWeights } = inputs;
    const { transposeA = false, transposeB = false } = attrs as {
      transposeA?: boolean;
      transposeB?: boolean;
    };
    if (a?.dtype !== 'float32' || b?.dtype !== 'float32' || !isOneAColumn(bias, b, transposeB))
      return backend.fallback('_FusedMatMul', { inputs, attrs });
    const compiled = compiledActivation(attrs);
    const activation = compiled ?? { number: 0, slope: 0 };
    const product = multiply(backend, { a, b, transposeA, transposeB, bias, activation });
    if (compiled !== undefined) return product;
    return activateAfter(backend, attrs.activation as string, product, preluActivationWeights);
  },
};

function isOneAColumn(bias: TensorInfo | undefined, b: TensorInfo, isTransposed: boolean): boolean {
  if (bias === undefined || bias === null) return true;
  const columnCount = b.shape.at(isTransposed ? -2 : -1) as number;
  return (
    bias.dtype === 'float32' &&
    bias.shape.at(-1) === columnCount &&
    util.sizeFromShape(bias.shape) === columnCount
  );
}
