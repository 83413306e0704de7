import { PYTORCH_UNIFORM as initializer } from '../initializers/initializer.ts';
import { convolution } from '../layers/convolution.ts';
import { dense } from '../layers/dense.ts';
import { flatten } from '../layers/flatten.ts';
import { maxPooling } from '../layers/pooling.ts';
import { sequence } from '../layers/sequence.ts';
import { IMAGE_SHAPE, type NetworkBuilder } from './network-builder.ts';

/** Two 5 × 5 convolutions with pooling, and nothing but the logits behind them. */
export const twoConvUnder100kParameters: NetworkBuilder = {
  name: '2-conv-under-100k-parameters',
  title: '2 Conv <100K parameters (@hardmaru)',
  rows: ['2-conv-under-100k-parameters'],
  inputShape: IMAGE_SHAPE,
  source: ['https://github.com/hardmaru/pytorch_notebooks/blob/master/pytorch_tiny_custom_mnist_adam.ipynb'],
  deviations: [],
  build: ({ classCount = 10 } = {}) =>
    sequence(
      convolution({ filters: 32, size: 5, activation: 'relu', initializer }),
      maxPooling(),
      convolution({ filters: 64, size: 5, activation: 'relu', initializer }),
      maxPooling(),
      flatten(),
      dense({ units: classCount, initializer }),
    ),
};
