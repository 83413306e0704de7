import type { TensorInfo } from '@tensorflow/tfjs-core';
import { slice_util } from '@tensorflow/tfjs-core';
import type { SimdKernel } from '../kernel.ts';
import { copied } from './copied.ts';
import { stridesOf } from './strides.ts';

/** Of `Slice`. */
export const slice: SimdKernel = {
  kernelName: 'Slice',
  compute({ inputs, attrs, backend }) {
    const { x } = inputs as { readonly x: TensorInfo };
    const given = attrs as { readonly begin: number | number[]; readonly size: number | number[] };
    const [begin, size] = slice_util.parseSliceParams(x, given.begin, given.size) as [number[], number[]];
    slice_util.assertParamsValid(x, begin, size);
    const [steps, to] = [stridesOf(x.shape), stridesOf(size)];
    const from = slice_util.computeFlatOffset(begin, [...steps]);
    const dimensions = size.map((length, axis) => ({
      length,
      from: steps[axis] as number,
      to: to[axis] as number,
    }));
    const y = copied(backend, size, [{ tensor: x, copy: { from, dimensions } }]);
    return y ?? backend.fallback('Slice', { inputs, attrs });
  },
};
