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

/** Two 4 × 4 convolutions and three dense layers, with batch normalisation at both ends. */
export const twoConv3Fc500kParameters: NetworkBuilder = {
  name: '2-conv-3-fc-500k-parameters',
  title: '2 Conv+3 FC ~500K parameters (@cmasch)',
  rows: ['2-conv-3-fc-500k-parameters'],
  inputShape: IMAGE_SHAPE,
  statedParameters: 493_772,
  source: [
    'https://github.com/cmasch/zalando-fashion-mnist/blob/master/Simple_Convolutional_Neural_Network_Fashion-MNIST.ipynb',
  ],
  deviations: [],
  build: ({ classCount = 10 } = {}) =>
    sequence(
      batchNormalization(KERAS),
      convolution({ filters: 64, size: 4, activation: 'relu', initializer }),
      maxPooling(),
      dropout({ rate: 0.1 }),
      convolution({ filters: 64, size: 4, padding: 'valid', activation: 'relu', initializer }),
      maxPooling(),
      dropout({ rate: 0.3 }),
      flatten(),
      dense({ units: 256, activation: 'relu', initializer }),
      dropout({ rate: 0.5 }),
      dense({ units: 64, activation: 'relu', initializer }),
      batchNormalization(KERAS),
      dense({ units: classCount, initializer }),
    ),
};
