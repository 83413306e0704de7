import { batchNormalization } from '../layers/batch-normalization.ts';
import { depthwiseConvolution } from '../layers/depthwise-convolution.ts';
import type { Layer } from '../layers/layer.ts';
import { sequence } from '../layers/sequence.ts';
import { normalizedConvolution } from './normalized-convolution.ts';

/** Options of a depthwise separable convolution. */
export interface DepthwiseSeparableOptions {
  /** Of the 1 × 1 convolution. */
  readonly filters: number;
  /** Of the 3 × 3 depthwise convolution. @default 1 */
  readonly stride?: number;
}

/**
 * A 3 × 3 depthwise convolution and a 1 × 1 convolution, each with batch normalisation and ReLU.
 *
 * @see Howard et al. 2017, "MobileNets", figure 3 right.
 */
export function depthwiseSeparable({ filters, stride = 1 }: DepthwiseSeparableOptions): Layer {
  return sequence(
    depthwiseConvolution({ size: 3, stride, bias: false }),
    batchNormalization({ activation: 'relu' }),
    normalizedConvolution({ filters, size: 1 }),
  );
}
