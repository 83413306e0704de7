import { PYTORCH_UNIFORM as initializer } from '../initializers/initializer.ts';
import { convolution } from '../layers/convolution.ts';
import { dense } from '../layers/dense.ts';
import { flatten } from '../layers/flatten.ts';
import { maxPooling } from '../layers/pooling.ts';
import { sequence } from '../layers/sequence.ts';
import { IMAGE_SHAPE, type NetworkBuilder } from './network-builder.ts';

/** Two 5 × 5 convolutions with exponential linear units and pooling. */
export const twoConvPoolingElu: NetworkBuilder = {
  name: '2-conv-pooling-elu-pytorch',
  title: '2 Conv+pooling+ELU activation (@AbhirajHinge)',
  rows: ['2-conv-pooling-elu-pytorch'],
  inputShape: IMAGE_SHAPE,
  source: ['https://github.com/AbhirajHinge/CNN-with-Fashion-MNIST-dataset'],
  deviations: [
    'The repository could not be read, so its sizes are unknown. Our choice: 16 and 32 filters and one dense layer, as in other PyTorch networks of the leaderboard from the same tutorial.',
  ],
  build: ({ classCount = 10 } = {}) =>
    sequence(
      convolution({ filters: 16, size: 5, activation: 'elu', initializer }),
      maxPooling(),
      convolution({ filters: 32, size: 5, activation: 'elu', initializer }),
      maxPooling(),
      flatten(),
      dense({ units: classCount, initializer }),
    ),
};
