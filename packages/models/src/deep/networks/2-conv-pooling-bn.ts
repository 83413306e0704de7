import { GLOROT_UNIFORM as initializer } from '../initializers/initializer.ts';
import { batchNormalization } from '../layers/batch-normalization.ts';
import { convolution } from '../layers/convolution.ts';
import { dense } from '../layers/dense.ts';
import { dropout } from '../layers/dropout.ts';
import { flatten } from '../layers/flatten.ts';
import { maxPooling } from '../layers/pooling.ts';
import { sequence } from '../layers/sequence.ts';
import { IMAGE_SHAPE, type NetworkBuilder } from './network-builder.ts';

/** Keras' own settings of batch normalisation. */
const KERAS = { momentum: 0.99, epsilon: 1e-3 };

/** Two pairs of convolutions, each with pooling, and a dense layer with batch normalisation. */
export const twoConvPoolingBn: NetworkBuilder = {
  name: '2-conv-pooling-bn',
  title: '2 Conv+pooling+BN (@khanguyen1207)',
  rows: ['2-conv-pooling-bn'],
  inputShape: IMAGE_SHAPE,
  statedParameters: 1_694_186,
  source: [
    'https://github.com/khanguyen1207/My-Machine-Learning-Corner/blob/master/Zalando%20MNIST/fashion.ipynb',
  ],
  deviations: ['The notebook has two pairs of convolutions where the row says two; here as in the notebook.'],
  build: ({ classCount = 10 } = {}) =>
    sequence(
      convolution({ filters: 32, size: 5, activation: 'relu', initializer }),
      convolution({ filters: 32, size: 5, activation: 'relu', initializer }),
      maxPooling(),
      dropout({ rate: 0.25 }),
      convolution({ filters: 64, size: 3, activation: 'relu', initializer }),
      convolution({ filters: 64, size: 3, activation: 'relu', initializer }),
      maxPooling(),
      dropout({ rate: 0.25 }),
      flatten(),
      dense({ units: 512, activation: 'relu', initializer }),
      batchNormalization(KERAS),
      dropout({ rate: 0.5 }),
      dense({ units: classCount, initializer }),
    ),
};
