import { GLOROT_UNIFORM as initializer } from '../initializers/initializer.ts';
import { convolution } from '../layers/convolution.ts';
import { dense } from '../layers/dense.ts';
import { dropout } from '../layers/dropout.ts';
import { flatten } from '../layers/flatten.ts';
import { maxPooling } from '../layers/pooling.ts';
import { sequence } from '../layers/sequence.ts';
import { IMAGE_SHAPE, type NetworkBuilder } from './network-builder.ts';

/** Two convolutions and a dense layer, as Keras' first example for MNIST. */
export const twoConvPoolingKashifRasul: NetworkBuilder = {
  name: '2-conv-pooling-kashif-rasul',
  title: '2 Conv+pooling (Kashif Rasul)',
  rows: ['2-conv-pooling-kashif-rasul'],
  inputShape: IMAGE_SHAPE,
  source: [
    'https://gist.github.com/kashif/76792939dd6f473b7404474989cb62a8',
    'https://github.com/keras-team/keras/blob/2.0.8/examples/mnist_cnn.py',
  ],
  deviations: [
    "The gist could not be read, so its sizes are unknown. Our choice: those of Keras' example for MNIST of that time.",
  ],
  build: ({ classCount = 10 } = {}) =>
    sequence(
      convolution({ filters: 32, size: 3, padding: 'valid', activation: 'relu', initializer }),
      convolution({ filters: 64, size: 3, padding: 'valid', activation: 'relu', initializer }),
      maxPooling(),
      dropout({ rate: 0.25 }),
      flatten(),
      dense({ units: 128, activation: 'relu', initializer }),
      dropout({ rate: 0.5 }),
      dense({ units: classCount, initializer }),
    ),
};
