import type { TensorInfo } from '@tensorflow/tfjs-core';
import { convolutionInfo, isCompiled, isOfOutput } from '../convolution/convolution-info.ts';
import type { SimdKernel } from '../kernel.ts';
import { depthwiseBack, fitsTaps } from './depthwise.ts';

/** Of `DepthwiseConv2dNativeBackpropInput`. */
export const depthwiseConv2dBackpropInput: SimdKernel = {
  kernelName: 'DepthwiseConv2dNativeBackpropInput',
  compute({ inputs, attrs, backend }) {
    const { dy, filter } = inputs as { readonly dy: TensorInfo; readonly filter: TensorInfo };
    const fallback = () => backend.fallback('DepthwiseConv2dNativeBackpropInput', { inputs, attrs });
    if (!isCompiled(attrs, dy, filter)) return fallback();
    const info = convolutionInfo(attrs.inputShape as unknown as number[], filter.shape, attrs, true);
    const isSuited = isOfOutput(info, dy) && fitsTaps(info);
    return isSuited ? depthwiseBack(backend, info, { dy, filter }) : fallback();
  },
};
