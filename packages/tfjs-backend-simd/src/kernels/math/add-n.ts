import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdKernel } from '../kernel.ts';
import { combine } from './binary.ts';

/** Of `AddN`: the sum of arrays of one shape, added in their order. */
export const addN: SimdKernel = {
  kernelName: 'AddN',
  compute({ inputs, attrs, backend }) {
    const terms = Object.values(inputs) as TensorInfo[];
    const isFloat = terms.every(({ dtype }) => dtype === 'float32');
    const [first, second, ...others] = terms as [TensorInfo, TensorInfo?, ...TensorInfo[]];
    let sum = isFloat && second !== undefined ? combine(backend, 'add', first, second) : undefined;
    if (sum === undefined) return backend.fallback('AddN', { inputs, attrs });
    for (const term of others) {
      const next = combine(backend, 'add', sum, term) as TensorInfo;
      backend.disposeData(sum.dataId);
      sum = next;
    }
    return sum;
  },
};
