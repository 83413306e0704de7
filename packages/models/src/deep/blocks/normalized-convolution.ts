import { batchNormalization } from '../layers/batch-normalization.ts';
import { type ConvolutionOptions, convolution } from '../layers/convolution.ts';
import type { Layer } from '../layers/layer.ts';
import { sequence } from '../layers/sequence.ts';

/** Options of a convolution that batch normalisation follows, which takes the place of its bias. */
export type NormalizedConvolutionOptions = Omit<ConvolutionOptions, 'bias'> & {
  /** What is done to each value after normalisation. @default 'relu' */
  readonly activation?: 'linear' | 'relu';
};

/** A convolution without bias, then batch normalisation, then ReLU. */
export function normalizedConvolution({
  activation = 'relu',
  ...options
}: NormalizedConvolutionOptions): Layer {
  return sequence(convolution({ ...options, bias: false }), batchNormalization({ activation }));
}
