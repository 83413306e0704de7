import { normalizedConvolution } from '../blocks/normalized-convolution.ts';
import { preActivationResidual } from '../blocks/pre-activation-residual.ts';
import { batchNormalization } from '../layers/batch-normalization.ts';
import { convolution } from '../layers/convolution.ts';
import { dense } from '../layers/dense.ts';
import { globalAveragePooling } from '../layers/global-average-pooling.ts';
import { averagePooling } from '../layers/pooling.ts';
import { sequence } from '../layers/sequence.ts';
import { IMAGE_SHAPE, type NetworkBuilder } from './network-builder.ts';

/**
 * Our own network for a small budget of CPU time: shallow and wide, four residual blocks behind a strided stem. Nearly all of
 * its work is 3 × 3 convolutions with stride 1, which are the cheapest by Winograd's method: that is why maps are halved by
 * pooling between blocks. Its weights take less than 2 MB.
 */
export const compact: NetworkBuilder = {
  name: 'compact',
  title: 'compact',
  rows: [],
  inputShape: IMAGE_SHAPE,
  source: [],
  deviations: [],
  build: ({ classCount = 10 } = {}) =>
    sequence(
      normalizedConvolution({ filters: 16, size: 3 }),
      convolution({ filters: 48, size: 3, stride: 2, bias: false }),
      preActivationResidual({ filters: 48 }),
      preActivationResidual({ filters: 48 }),
      averagePooling(),
      preActivationResidual({ filters: 96, project: true }),
      preActivationResidual({ filters: 96 }),
      batchNormalization({ activation: 'relu' }),
      globalAveragePooling(),
      dense({ units: classCount }),
    ),
};
