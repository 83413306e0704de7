import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdKernel } from '../kernel.ts';
import { convolutionInfo, isCompiled, isOfOutput } from './convolution-info.ts';
import { convolveBack } from './convolve.ts';
import { grayBack, suitsGrayBack } from './gray.ts';
import { suitsWinograd } from './winograd.ts';
import { winogradBack } from './winograd-convolve.ts';

/** Of `Conv2DBackpropInput`. Unlike tfjs's own it takes `dilations` too. */
export const conv2dBackpropInput: SimdKernel = {
  kernelName: 'Conv2DBackpropInput',
  compute({ inputs, attrs, backend }) {
    const { dy, filter } = inputs as { readonly dy: TensorInfo; readonly filter: TensorInfo };
    if (!isCompiled(attrs, dy, filter)) return backend.fallback('Conv2DBackpropInput', { inputs, attrs });
    const info = convolutionInfo(attrs.inputShape as unknown as number[], filter.shape, attrs);
    if (!isOfOutput(info, dy)) return backend.fallback('Conv2DBackpropInput', { inputs, attrs });
    const dx = backend.output(info.inShape);
    if (suitsWinograd(info)) winogradBack(backend, info, { input: dy, filter, output: dx });
    else if (suitsGrayBack(info)) grayBack(backend, info, { dy, filter, dx });
    else convolveBack(backend, info, { dy, filter, dx });
    return dx;
  },
};
