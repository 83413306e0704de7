import type { TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import type { SimdKernel } from '../kernel.ts';
import { activateAfter, compiledActivation } from '../products/activation.ts';
import { convolutionInfo, isCompiled } from './convolution-info.ts';
import { forward } from './forward.ts';

/** Of `FusedConv2D`: convolution, bias and activation. */
export const fusedConv2d: SimdKernel = {
  kernelName: 'FusedConv2D',
  compute({ inputs, attrs, backend }) {
    const { x, filter, bias, preluActivationWeights } = inputs as Record<string, TensorInfo> & {
      readonly x: TensorInfo;
      readonly filter: TensorInfo;
    };
    if (!isCompiled(attrs, x, filter) || !isOneAChannel(bias, filter.shape[3] as number))
      return backend.fallback('FusedConv2D', { inputs, attrs });
    const info = convolutionInfo(x.shape, filter.shape, attrs);
    const compiled = compiledActivation(attrs);
    const activation = compiled ?? { number: 0, slope: 0 };
    const y = forward(backend, info, { x, filter }, { bias: bias ?? undefined, activation });
    if (compiled !== undefined) return y;
    return activateAfter(backend, attrs.activation as string, y, preluActivationWeights);
  },
};

/** Whether there is no bias, or one value for each channel of the output. */
export function isOneAChannel(bias: TensorInfo | undefined, channels: number): boolean {
  if (bias === undefined || bias === null) return true;
  return (
    bias.dtype === 'float32' && bias.shape.at(-1) === channels && util.sizeFromShape(bias.shape) === channels
  );
}
