import type { TensorInfo } from '@tensorflow/tfjs-core';
import { convolutionInfo, isCompiled } from '../convolution/convolution-info.ts';
import type { SimdKernel } from '../kernel.ts';
import { depthwiseFilterGradient } from './depthwise.ts';

/** Of `DepthwiseConv2dNativeBackpropFilter`. */
export const depthwiseConv2dBackpropFilter: SimdKernel = {
  kernelName: 'DepthwiseConv2dNativeBackpropFilter',
  compute({ inputs, attrs, backend }) {
    const { x, dy } = inputs as { readonly x: TensorInfo; readonly dy: TensorInfo };
    const filterShape = attrs.filterShape as unknown as number[];
    if (!isCompiled(attrs, x, dy))
      return backend.fallback('DepthwiseConv2dNativeBackpropFilter', { inputs, attrs });
    return depthwiseFilterGradient(backend, convolutionInfo(x.shape, filterShape, attrs, true), { x, dy });
  },
};
