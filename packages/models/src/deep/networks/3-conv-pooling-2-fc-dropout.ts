import { GLOROT_UNIFORM as initializer } from '../initializers/initializer.ts';
import { convolution } from '../layers/convolution.ts';
import { dense } from '../layers/dense.ts';
import { dropout } from '../layers/dropout.ts';
import { flatten } from '../layers/flatten.ts';
import { maxPooling } from '../layers/pooling.ts';
import { sequence } from '../layers/sequence.ts';
import { IMAGE_SHAPE, type NetworkBuilder } from './network-builder.ts';

/** Two 5 × 5 convolutions and a 1 × 1 one with pooling, and two dense layers with dropout. */
export const threeConvPooling2FcDropout: NetworkBuilder = {
  name: '3-conv-pooling-2-fc-dropout',
  title: '3 Conv+pooling+2 FC+dropout (@Umberto Griffo)',
  rows: ['3-conv-pooling-2-fc-dropout'],
  inputShape: IMAGE_SHAPE,
  source: [
    'https://github.com/umbertogriffo/Fashion-mnist-cnn-keras/blob/master/src/convolutional/fashion_mnist_cnn.py',
  ],
  deviations: ['The code bounds the norms of the columns of dense kernels by 3; here they are free.'],
  build: ({ classCount = 10 } = {}) =>
    sequence(
      convolution({ filters: 32, size: 5, activation: 'relu', initializer }),
      maxPooling(),
      convolution({ filters: 64, size: 5, activation: 'relu', initializer }),
      maxPooling(),
      convolution({ filters: 128, size: 1, activation: 'relu', initializer }),
      maxPooling({ padding: 'same' }),
      flatten(),
      dense({ units: 1024, activation: 'relu', initializer }),
      dropout({ rate: 0.5 }),
      dense({ units: 512, activation: 'relu', initializer }),
      dropout({ rate: 0.5 }),
      dense({ units: classCount, initializer }),
    ),
};
