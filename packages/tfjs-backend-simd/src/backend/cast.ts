import type { DataType, TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import type { SimdKernel } from '../kernels/kernel.ts';

/**
 * Of `Cast`. Where no value changes, the cpu backend hands on the same data under another type, which means nothing
 * when the bytes of the types differ.
 */
export const cast: SimdKernel = {
  kernelName: 'Cast',
  compute({ inputs, attrs, backend }) {
    const { x } = inputs as { readonly x: TensorInfo };
    const { dtype } = attrs as { readonly dtype: DataType };
    if (x.dtype === dtype || !hasBytes(x.dtype) || !hasBytes(dtype) || util.hasEncodingLoss(x.dtype, dtype))
      return backend.fallback('Cast', { inputs, attrs });
    const values = util.toTypedArray(backend.readSync(x.dataId), dtype);
    return backend.makeTensorInfo(x.shape, dtype, values);
  },
};

function hasBytes(dtype: DataType): dtype is 'float32' | 'int32' | 'bool' {
  return dtype === 'float32' || dtype === 'int32' || dtype === 'bool';
}
