import { fused, type Tensor, type Tensor4D } from '@tensorflow/tfjs-core';
import type { FusedActivation } from './fused-activation.ts';

/** How a kernel goes over images. */
export interface ConvolutionGeometry {
  readonly strides: [number, number];
  readonly pad: 'same' | 'valid';
  readonly dilations: [number, number];
}

/** Images convolved with a kernel, plus a bias, activated. */
export function convolutionActivated(
  x: Tensor4D,
  { kernel, bias }: { readonly kernel: Tensor4D; readonly bias: Tensor | undefined },
  geometry: ConvolutionGeometry,
  { activation }: { readonly activation: FusedActivation; readonly isInput: boolean },
): Tensor {
  return fused.conv2d({ x, filter: kernel, activation, ...geometry, ...(bias && { bias }) });
}
