import type { TensorInfo } from '@tensorflow/tfjs-core';
import { convolutionInfo, isCompiled } from '../convolution/convolution-info.ts';
import { NO_EPILOGUE } from '../convolution/convolve.ts';
import type { SimdKernel } from '../kernel.ts';
import { depthwiseForward, fitsTaps } from './depthwise.ts';

/** Of `DepthwiseConv2dNative`. */
export const depthwiseConv2d: SimdKernel = {
  kernelName: 'DepthwiseConv2dNative',
  compute({ inputs, attrs, backend }) {
    const { x, filter } = inputs as { readonly x: TensorInfo; readonly filter: TensorInfo };
    const fallback = () => backend.fallback('DepthwiseConv2dNative', { inputs, attrs });
    if (!isCompiled(attrs, x, filter)) return fallback();
    const info = convolutionInfo(x.shape, filter.shape, attrs, true);
    return fitsTaps(info) ? depthwiseForward(backend, info, { x, filter }, NO_EPILOGUE) : fallback();
  },
};
