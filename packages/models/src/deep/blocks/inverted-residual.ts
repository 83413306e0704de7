import { activation } from '../layers/activation.ts';
import { batchNormalization } from '../layers/batch-normalization.ts';
import { depthwiseConvolution } from '../layers/depthwise-convolution.ts';
import { identity } from '../layers/identity.ts';
import type { Layer } from '../layers/layer.ts';
import { sequence } from '../layers/sequence.ts';
import { sum } from '../layers/sum.ts';
import { normalizedConvolution } from './normalized-convolution.ts';

/** Options of an inverted residual block. */
export interface InvertedResidualOptions {
  /** Channels that come in. */
  readonly channels: number;
  /** Channels that come out. */
  readonly filters: number;
  /** By how much channels are multiplied between. @default 6 */
  readonly expansion?: number;
  /** Of the depthwise convolution. @default 1 */
  readonly stride?: number;
}

/**
 * Many channels by a 1 × 1 convolution, a 3 × 3 depthwise convolution over them, and few again without an activation; with a
 * shortcut where the shape stays.
 *
 * @see Sandler et al. 2018, "MobileNetV2: inverted residuals and linear bottlenecks", table 1.
 */
export function invertedResidual({
  channels,
  filters,
  expansion = 6,
  stride = 1,
}: InvertedResidualOptions): Layer {
  const bent = [batchNormalization(), activation({ function: 'relu6' })];
  const expand = normalizedConvolution({ filters: channels * expansion, size: 1, activation: 'linear' });
  const branch = sequence(
    ...(expansion > 1 ? [expand, activation({ function: 'relu6' })] : []),
    depthwiseConvolution({ size: 3, stride, bias: false }),
    ...bent,
    normalizedConvolution({ filters, size: 1, activation: 'linear' }),
  );
  return stride === 1 && channels === filters ? sum(identity(), branch) : branch;
}
