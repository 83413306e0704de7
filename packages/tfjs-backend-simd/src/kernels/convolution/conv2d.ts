import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdKernel } from '../kernel.ts';
import { convolutionInfo, isCompiled } from './convolution-info.ts';
import { NO_EPILOGUE } from './convolve.ts';
import { forward } from './forward.ts';

/** Of `Conv2D`. */
export const conv2d: SimdKernel = {
  kernelName: 'Conv2D',
  compute({ inputs, attrs, backend }) {
    const { x, filter } = inputs as { readonly x: TensorInfo; readonly filter: TensorInfo };
    if (!isCompiled(attrs, x, filter)) return backend.fallback('Conv2D', { inputs, attrs });
    return forward(backend, convolutionInfo(x.shape, filter.shape, attrs), { x, filter }, NO_EPILOGUE);
  },
};
