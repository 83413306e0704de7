import type { SimdKernel } from '../kernel.ts';
import { multiply } from './matrix-product.ts';

/** Of `BatchMatMul`. */
export const batchMatMul: SimdKernel = {
  kernelName: 'BatchMatMul',
  compute({ inputs, attrs, backend }) {
    const { a, b } = inputs;
    if (a?.dtype !== 'float32' || b?.dtype !== 'float32')
      return backend.fallback('BatchMatMul', { inputs, attrs });
    const { transposeA = false, transposeB = false } = attrs as {
      transposeA?: boolean;
      transposeB?: boolean;
    };
    return multiply(backend, { a, b, transposeA, transposeB, activation: { number: 0, slope: 0 } });
  },
};
