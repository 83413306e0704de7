import { denseBlock, denseTransition } from '../blocks/dense-block.ts';
import { normalizedConvolution } from '../blocks/normalized-convolution.ts';
import { batchNormalization } from '../layers/batch-normalization.ts';
import { dense } from '../layers/dense.ts';
import { globalAveragePooling } from '../layers/global-average-pooling.ts';
import { sequence } from '../layers/sequence.ts';
import { IMAGE_SHAPE, type NetworkBuilder } from './network-builder.ts';

/** Three stages of 3 × 3 convolutions, each of which is given what all before it in its stage gave. */
export const cnnOptionalShortcuts: NetworkBuilder = {
  name: 'cnn-optional-shortcuts',
  title: 'CNN with optional shortcuts, dense-like connectivity (@kennivich)',
  rows: ['cnn-optional-shortcuts'],
  inputShape: IMAGE_SHAPE,
  source: ['https://github.com/Dezhic/fashion-classifier'],
  deviations: [
    'The repository could not be read, so the network is unknown. Our choice: dense blocks without bottlenecks, as the row says how layers are connected.',
  ],
  build: ({ classCount = 10 } = {}) =>
    sequence(
      normalizedConvolution({ filters: 32, size: 3 }),
      denseBlock({ layers: 3, growth: 16, bottleneck: false }),
      denseTransition({ filters: 64 }),
      denseBlock({ layers: 4, growth: 32, bottleneck: false }),
      denseTransition({ filters: 128 }),
      denseBlock({ layers: 4, growth: 48, bottleneck: false }),
      batchNormalization({ activation: 'relu' }),
      globalAveragePooling(),
      dense({ units: classCount }),
    ),
};
