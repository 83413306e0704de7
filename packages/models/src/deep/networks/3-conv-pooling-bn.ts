import { PYTORCH_UNIFORM as initializer } from '../initializers/initializer.ts';
import { batchNormalization } from '../layers/batch-normalization.ts';
import { convolution } from '../layers/convolution.ts';
import { dense } from '../layers/dense.ts';
import { flatten } from '../layers/flatten.ts';
import { maxPooling } from '../layers/pooling.ts';
import { sequence } from '../layers/sequence.ts';
import { IMAGE_SHAPE, type NetworkBuilder } from './network-builder.ts';

/** Three 5 × 5 convolutions with ReLU and pooling; batch normalisation from the second on. */
export const threeConvPoolingBn: NetworkBuilder = {
  name: '3-conv-pooling-bn',
  title: '3 Conv+pooling+BN (@meghanabhange)',
  rows: ['3-conv-pooling-bn'],
  inputShape: IMAGE_SHAPE,
  source: ['https://github.com/meghanabhange/FashionMNIST-3-Layer-CNN/blob/master/Fashion.py'],
  deviations: [
    'The code gives the first batch normalisation to a misspelt name, so that it has no effect; it is left out here.',
  ],
  build: ({ classCount = 10 } = {}) =>
    sequence(
      convolution({ filters: 16, size: 5, activation: 'relu', initializer }),
      maxPooling(),
      convolution({ filters: 32, size: 5, activation: 'relu', initializer }),
      batchNormalization(),
      maxPooling(),
      convolution({ filters: 64, size: 5, activation: 'relu', initializer }),
      batchNormalization(),
      maxPooling(),
      flatten(),
      dense({ units: classCount, initializer }),
    ),
};
