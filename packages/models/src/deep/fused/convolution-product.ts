import {
  Conv2DBackpropFilter,
  Conv2DBackpropInput,
  DepthwiseConv2dNativeBackpropFilter,
  DepthwiseConv2dNativeBackpropInput,
  FusedConv2D,
  FusedDepthwiseConv2D,
} from '@tensorflow/tfjs-core';
import { runKernel } from './backend-kernels.ts';
import type { WeightedProduct } from './weighted-sum.ts';

/** How a kernel goes over images. */
export interface ConvolutionGeometry {
  readonly strides: [number, number];
  readonly pad: 'same' | 'valid';
  readonly dilations: [number, number];
}

/** Images `[batchSize, height, width, channels]` convolved with a kernel `[...window, channels, filters]`. */
export function convolutionProduct({ strides, pad }: ConvolutionGeometry): WeightedProduct {
  const geometry = { strides, pad, dataFormat: 'NHWC', dilations: [1, 1] };
  return {
    compute: (x, { kernel, bias }, activation) =>
      runKernel(FusedConv2D, { x, filter: kernel, bias }, { ...geometry, activation }),
    gradientByInput: (dy, x, kernel) =>
      runKernel(Conv2DBackpropInput, { dy, filter: kernel }, { ...geometry, inputShape: x.shape }),
    gradientByKernel: (dy, x, kernel) =>
      runKernel(Conv2DBackpropFilter, { x, dy }, { ...geometry, filterShape: kernel.shape }),
  };
}

/** Each channel of images convolved with kernels of its own, `[...window, channels, multiplier]`. */
export function depthwiseProduct(geometry: ConvolutionGeometry): WeightedProduct {
  return {
    compute: (x, { kernel, bias }, activation) =>
      runKernel(
        FusedDepthwiseConv2D,
        { x, filter: kernel, bias },
        { ...geometry, dataFormat: 'NHWC', activation },
      ),
    gradientByInput: (dy, x, kernel) =>
      runKernel(
        DepthwiseConv2dNativeBackpropInput,
        { dy, filter: kernel },
        { ...geometry, inputShape: x.shape },
      ),
    gradientByKernel: (dy, x, kernel) =>
      runKernel(DepthwiseConv2dNativeBackpropFilter, { x, dy }, { ...geometry, filterShape: kernel.shape }),
  };
}
