import type { TensorInfo } from '@tensorflow/tfjs-core';
import { convolutionInfo, isCompiled, isOfOutput } from '../convolution/convolution-info.ts';
import type { SimdKernel } from '../kernel.ts';
import { depthwiseFilterGradient } from './depthwise.ts';

/** Of `DepthwiseConv2dNativeBackpropFilter`. */
export const depthwiseConv2dBackpropFilter: SimdKernel = {
  kernelName: 'DepthwiseConv2dNativeBackpropFilter',
  compute({ inputs, attrs, backend }) {
    const { x, dy } = inputs as { readonly x: TensorInfo; readonly dy: TensorInfo };
    const filterShape = attrs.filterShape as unknown as number[];
    const fallback = () => backend.fallback('DepthwiseConv2dNativeBackpropFilter', { inputs, attrs });
    if (!isCompiled(attrs, x, dy)) return fallback();
    const info = convolutionInfo(x.shape, filterShape, attrs, true);
    return isOfOutput(info, dy) ? depthwiseFilterGradient(backend, info, { x, dy }) : fallback();
  },
};
