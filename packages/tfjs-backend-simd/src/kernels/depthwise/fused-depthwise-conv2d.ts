import type { TensorInfo } from '@tensorflow/tfjs-core';
import { convolutionInfo, isCompiled } from '../convolution/convolution-info.ts';
import { isOneAChannel } from '../convolution/fused-conv2d.ts';
import type { SimdKernel } from '../kernel.ts';
import { activateAfter, compiledActivation } from '../products/activation.ts';
import { depthwiseForward } from './depthwise.ts';

/** Of `FusedDepthwiseConv2D`: depthwise convolution, bias and activation. */
export const fusedDepthwiseConv2d: SimdKernel = {
  kernelName: 'FusedDepthwiseConv2D',
  compute({ inputs, attrs, backend }) {
    const { x, filter, bias, preluActivationWeights } = inputs as Record<string, TensorInfo> & {
      readonly x: TensorInfo;
      readonly filter: TensorInfo;
    };
    if (
      !isCompiled(attrs, x, filter) ||
      !isOneAChannel(bias, (filter.shape[2] as number) * (filter.shape[3] as number))
    )
      return backend.fallback('FusedDepthwiseConv2D', { inputs, attrs });
    const info = convolutionInfo(x.shape, filter.shape, attrs, true);
    const compiled = compiledActivation(attrs);
    const activation = compiled ?? { number: 0, slope: 0 };
    const y = depthwiseForward(backend, info, { x, filter }, { bias: bias ?? undefined, activation });
    if (compiled !== undefined) return y;
    return activateAfter(backend, attrs.activation as string, y, preluActivationWeights);
  },
};
