import { PYTORCH_UNIFORM } from '../initializers/initializer.ts';
import { activation } from '../layers/activation.ts';
import { batchNormalization } from '../layers/batch-normalization.ts';
import { type ConvolutionOptions, convolution } from '../layers/convolution.ts';
import { dense } from '../layers/dense.ts';
import { flatten } from '../layers/flatten.ts';
import type { Layer } from '../layers/layer.ts';
import { maxPooling } from '../layers/pooling.ts';
import { sequence } from '../layers/sequence.ts';
import { IMAGE_SHAPE, type NetworkBuilder } from './network-builder.ts';

const GLOROT_NORMAL: NonNullable<ConvolutionOptions['initializer']> = {
  kind: 'variance-scaling',
  scale: 1,
  fan: 'average',
  distribution: 'normal',
};

/** Two 5 × 5 convolutions with batch normalisation, exponential linear units and pooling. */
export const threeConvBnPooling: NetworkBuilder = {
  name: '3-conv-bn-pooling',
  title: '3 Conv+BN+pooling (@gchhablani)',
  rows: ['3-conv-bn-pooling'],
  inputShape: IMAGE_SHAPE,
  source: ['https://github.com/gchhablani/CNN-with-FashionMNIST/blob/master/fashionmnist.py'],
  deviations: [
    'The row says three convolutions, the code has two; here as in the code.',
    'The code trains a softmax by binary cross-entropy of each class; here logits are given.',
  ],
  build: ({ classCount = 10 } = {}) =>
    sequence(
      ...normalized(16),
      ...normalized(32),
      flatten(),
      dense({ units: classCount, initializer: PYTORCH_UNIFORM }),
    ),
};

function normalized(filters: number): readonly Layer[] {
  return [
    convolution({ filters, size: 5, initializer: GLOROT_NORMAL }),
    batchNormalization(),
    activation({ function: 'elu' }),
    maxPooling(),
  ];
}
