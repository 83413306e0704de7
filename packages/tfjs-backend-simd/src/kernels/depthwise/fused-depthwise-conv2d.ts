import type { TensorInfo } from '@tensorflow/tfjs-core';
import { convolutionInfo, isCompiled } from '../convolution/convolution-info.ts';
import { isOneAChannel } from '../convolution/fused-conv2d.ts';
import type { SimdKernel } from '../kernel.ts';
import { activateAfter, compiledActivation } from '../products/activation.ts';
import { depthwiseForward, fitsTaps } from './depthwise.ts';

/** Of `FusedDepthwiseConv2D`: depthwise convolution, bias and activation. */
export const fusedDepthwiseConv2d: SimdKernel = {
  kernelName: 'FusedDepthwiseConv2D',
  compute({ inputs, attrs, backend }) {
    const { x, filter, bias, preluActivationWeights } = inputs as Record<string, TensorInfo> & {
      readonly x: TensorInfo;
      readonly filter: TensorInfo;
    };
    const fallback = () => backend.fallback('FusedDepthwiseConv2D', { inputs, attrs });
    if (!isCompiled(attrs, x, filter)) return fallback();
    const info = convolutionInfo(x.shape, filter.shape, attrs, true);
    if (!isOneAChannel(bias, info.outChannels) || !fitsTaps(info)) return fallback();
    const compiled = compiledActivation(attrs);
    const activation = compiled ?? { number: 0, slope: 0 };
    const y = depthwiseForward(backend, info, { x, filter }, { bias: bias ?? undefined, activation });
    if (compiled !== undefined) return y;
    return activateAfter(backend, attrs.activation as string, y, preluActivationWeights);
  },
};
