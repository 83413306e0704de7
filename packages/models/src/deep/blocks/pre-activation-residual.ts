import { batchNormalization } from '../layers/batch-normalization.ts';
import { convolution } from '../layers/convolution.ts';
import { dropout as dropoutLayer } from '../layers/dropout.ts';
import { identity } from '../layers/identity.ts';
import type { Layer } from '../layers/layer.ts';
import { sequence } from '../layers/sequence.ts';
import { sum } from '../layers/sum.ts';
import type { ResidualOptions } from './residual.ts';

/** Options of a residual block with pre-activation. */
export interface PreActivationResidualOptions extends ResidualOptions {
  /** Share that is dropped between the convolutions. @default 0 */
  readonly dropout?: number;
}

/**
 * Batch normalisation and ReLU before each of two 3 × 3 convolutions, beside a shortcut. A shortcut that is a convolution
 * begins behind the first normalisation.
 *
 * @see Zagoruyko & Komodakis 2016, "Wide residual networks", figure 1 (d); He, Zhang, Ren & Sun 2016, "Identity mappings in
 * deep residual networks".
 */
export function preActivationResidual({
  filters,
  stride = 1,
  project = false,
  dropout = 0,
}: PreActivationResidualOptions): Layer {
  const activated = batchNormalization({ activation: 'relu' });
  const branch = sequence(
    convolution({ filters, size: 3, stride, bias: false }),
    activated,
    ...(dropout > 0 ? [dropoutLayer({ rate: dropout })] : []),
    convolution({ filters, size: 3, bias: false }),
  );
  if (!project) return sum(identity(), sequence(activated, branch));
  return sequence(activated, sum(convolution({ filters, size: 1, stride, bias: false }), branch));
}
