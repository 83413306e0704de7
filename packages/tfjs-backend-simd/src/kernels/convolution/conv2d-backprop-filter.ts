import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdKernel } from '../kernel.ts';
import { convolutionInfo, isCompiled, isOfOutput } from './convolution-info.ts';
import { filterGradientOfWindows } from './filter-gradient.ts';
import { grayFilterGradient, suitsGrayGradient } from './gray.ts';
import { suitsWinograd } from './winograd.ts';
import { winogradFilterGradient } from './winograd-filter-gradient.ts';

/** Of `Conv2DBackpropFilter`. Unlike tfjs's own it takes `dilations` too. */
export const conv2dBackpropFilter: SimdKernel = {
  kernelName: 'Conv2DBackpropFilter',
  compute({ inputs, attrs, backend }) {
    const { x, dy } = inputs as { readonly x: TensorInfo; readonly dy: TensorInfo };
    if (!isCompiled(attrs, x, dy)) return backend.fallback('Conv2DBackpropFilter', { inputs, attrs });
    const info = convolutionInfo(x.shape, attrs.filterShape as unknown as number[], attrs);
    if (!isOfOutput(info, dy)) return backend.fallback('Conv2DBackpropFilter', { inputs, attrs });
    const dFilter = backend.output(info.filterShape);
    if (suitsWinograd(info)) winogradFilterGradient(backend, info, { x, dy, dFilter });
    else if (suitsGrayGradient(info)) grayFilterGradient(backend, info, { x, dy, dFilter });
    else filterGradientOfWindows(backend, info, { x, dy, dFilter });
    return dFilter;
  },
};
