import { GLOROT_UNIFORM as initializer } from '../initializers/initializer.ts';
import { convolution } from '../layers/convolution.ts';
import { dense } from '../layers/dense.ts';
import { dropout } from '../layers/dropout.ts';
import { flatten } from '../layers/flatten.ts';
import { maxPooling } from '../layers/pooling.ts';
import { sequence } from '../layers/sequence.ts';
import { IMAGE_SHAPE, type NetworkBuilder } from './network-builder.ts';

/** Two 3 × 3 convolutions of 32 filters with pooling, and a dense layer of 128. */
export const twoConv113kParameters: NetworkBuilder = {
  name: '2-conv-113k-parameters',
  title: '2 Conv ~113K parameters (Abel G.)',
  rows: ['2-conv-113k-parameters'],
  inputShape: IMAGE_SHAPE,
  statedParameters: 113_386,
  source: [
    'https://github.com/abelusha/MNIST-Fashion-CNN/blob/master/Fashon_MNIST_CNN_using_Keras_10_Runs.ipynb',
    'https://github.com/abelusha/MNIST-Fashion-CNN/blob/master/README.md',
  ],
  deviations: [
    'How much is dropped out was not found. Our choice: 0.25 and 0.5, as in the example that it is adapted from.',
  ],
  build: ({ classCount = 10 } = {}) =>
    sequence(
      convolution({ filters: 32, size: 3, padding: 'valid', activation: 'relu', initializer }),
      maxPooling(),
      convolution({ filters: 32, size: 3, padding: 'valid', activation: 'relu', initializer }),
      maxPooling(),
      dropout({ rate: 0.25 }),
      flatten(),
      dense({ units: 128, activation: 'relu', initializer }),
      dropout({ rate: 0.5 }),
      dense({ units: classCount, initializer }),
    ),
};
