import { batchNormalization } from '../layers/batch-normalization.ts';
import { concatenate } from '../layers/concatenate.ts';
import { convolution } from '../layers/convolution.ts';
import { identity } from '../layers/identity.ts';
import type { Layer } from '../layers/layer.ts';
import { averagePooling } from '../layers/pooling.ts';
import { sequence } from '../layers/sequence.ts';

/** Options of a dense block. */
export interface DenseBlockOptions {
  /** How many times channels are put behind the others. */
  readonly layers: number;
  /** How many channels each time. */
  readonly growth: number;
  /** Whether a 1 × 1 convolution to `4 * growth` channels comes before each 3 × 3 one. @default true */
  readonly bottleneck?: boolean;
}

/**
 * Convolutions that are each given what all before them gave.
 *
 * @see Huang, Liu, van der Maaten & Weinberger 2017, "Densely connected convolutional networks": DenseNet-B.
 */
export function denseBlock({ layers, growth, bottleneck = true }: DenseBlockOptions): Layer {
  const activated = batchNormalization({ activation: 'relu' });
  const branch = sequence(
    activated,
    ...(bottleneck ? [convolution({ filters: 4 * growth, size: 1, bias: false }), activated] : []),
    convolution({ filters: growth, size: 3, bias: false }),
  );
  return sequence(...Array.from({ length: layers }, () => concatenate(identity(), branch)));
}

/**
 * Between dense blocks: fewer channels by a 1 × 1 convolution, and half the size.
 *
 * @see Huang, Liu, van der Maaten & Weinberger 2017, "Densely connected convolutional networks": DenseNet-C.
 */
export function denseTransition({ filters }: { readonly filters: number }): Layer {
  return sequence(
    batchNormalization({ activation: 'relu' }),
    convolution({ filters, size: 1, bias: false }),
    averagePooling(),
  );
}
