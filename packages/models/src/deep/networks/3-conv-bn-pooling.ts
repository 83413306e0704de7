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

/** Three 3 × 3 convolutions with batch normalisation, swish and pooling. */
export const threeConvBnPooling: NetworkBuilder = {
  name: '3-conv-bn-pooling',
  title: '3 Conv+BN+pooling (@gchhablani)',
  rows: ['3-conv-bn-pooling'],
  inputShape: IMAGE_SHAPE,
  source: ['https://github.com/gchhablani/CNN-with-FashionMNIST/blob/master/fashionmnist.py'],
  deviations: ['The code trains a softmax by binary cross-entropy of each class; here logits are given.'],
  build: ({ classCount = 10 } = {}) =>
    sequence(
      swished(16),
      maxPooling({ stride: 1 }),
      swished(32),
      maxPooling(),
      swished(64),
      maxPooling(),
      flatten(),
      dense({ units: classCount }),
    ),
};

function swished(filters: number): Layer {
  return sequence(
    convolution({ filters, size: 3, initializer: GLOROT_NORMAL }),
    batchNormalization(),
    activation({ function: 'swish' }),
  );
}
