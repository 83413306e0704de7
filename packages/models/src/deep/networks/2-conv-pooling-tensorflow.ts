import { GLOROT_UNIFORM as initializer } from '../initializers/initializer.ts';
import { convolution } from '../layers/convolution.ts';
import { dense } from '../layers/dense.ts';
import { dropout } from '../layers/dropout.ts';
import { flatten } from '../layers/flatten.ts';
import { maxPooling } from '../layers/pooling.ts';
import { sequence } from '../layers/sequence.ts';
import { IMAGE_SHAPE, type NetworkBuilder } from './network-builder.ts';

/** The network of TensorFlow's tutorial: two 5 × 5 convolutions with pooling and a dense layer of 1024. */
export const twoConvPoolingTensorflow: NetworkBuilder = {
  name: '2-conv-pooling-tensorflow',
  title: "2 Conv+pooling (TensorFlow's tutorial)",
  rows: ['2-conv-pooling-tensorflow'],
  inputShape: IMAGE_SHAPE,
  source: ['https://github.com/zalandoresearch/fashion-mnist/blob/master/benchmark/convnet.py'],
  deviations: [],
  build: ({ classCount = 10 } = {}) =>
    sequence(
      convolution({ filters: 32, size: 5, activation: 'relu', initializer }),
      maxPooling(),
      convolution({ filters: 64, size: 5, activation: 'relu', initializer }),
      maxPooling(),
      flatten(),
      dense({ units: 1024, activation: 'relu', initializer }),
      dropout({ rate: 0.4 }),
      dense({ units: classCount, initializer }),
    ),
};
