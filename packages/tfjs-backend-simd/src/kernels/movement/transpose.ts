import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdKernel } from '../kernel.ts';
import { copied } from './copied.ts';
import { stridesOf } from './strides.ts';

/** Of `Transpose`. */
export const transpose: SimdKernel = {
  kernelName: 'Transpose',
  compute({ inputs, attrs, backend }) {
    const { x } = inputs as { readonly x: TensorInfo };
    const { perm } = attrs as { readonly perm: number[] };
    const shape = perm.map((axis) => x.shape[axis] as number);
    const [from, to] = [stridesOf(x.shape), stridesOf(shape)];
    const dimensions = shape.map((length, index) => ({
      length,
      from: from[perm[index] as number] as number,
      to: to[index] as number,
    }));
    const y = copied(backend, shape, [{ tensor: x, copy: { dimensions } }]);
    return y ?? backend.fallback('Transpose', { inputs, attrs });
  },
};
