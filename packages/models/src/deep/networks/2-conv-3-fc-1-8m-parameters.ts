import { GLOROT_UNIFORM as initializer } from '../initializers/initializer.ts';
import { convolution } from '../layers/convolution.ts';
import { dense } from '../layers/dense.ts';
import { dropout } from '../layers/dropout.ts';
import { flatten } from '../layers/flatten.ts';
import { maxPooling } from '../layers/pooling.ts';
import { sequence } from '../layers/sequence.ts';
import { IMAGE_SHAPE, type NetworkBuilder } from './network-builder.ts';

/** Two 5 × 5 convolutions with pooling and three dense layers. */
export const twoConv3Fc18mParameters: NetworkBuilder = {
  name: '2-conv-3-fc-1-8m-parameters',
  title: '2 Conv+3 FC ~1.8M parameters (@Xfan1025)',
  rows: ['2-conv-3-fc-1-8m-parameters'],
  inputShape: IMAGE_SHAPE,
  statedParameters: 1.8e6,
  source: ['https://github.com/Xfan1025/Fashion-MNIST/blob/master/fashion-mnist.ipynb'],
  deviations: [
    'The notebook could not be read. Our choice: sizes that give the stated number of parameters, and dropout of a half between the dense layers.',
  ],
  build: ({ classCount = 10 } = {}) =>
    sequence(
      convolution({ filters: 32, size: 5, activation: 'relu', initializer }),
      maxPooling(),
      convolution({ filters: 64, size: 5, activation: 'relu', initializer }),
      maxPooling(),
      flatten(),
      dense({ units: 512, activation: 'relu', initializer }),
      dropout({ rate: 0.5 }),
      dense({ units: 256, activation: 'relu', initializer }),
      dropout({ rate: 0.5 }),
      dense({ units: classCount, initializer }),
    ),
};
