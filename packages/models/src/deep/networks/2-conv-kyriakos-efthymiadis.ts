import { PYTORCH_UNIFORM as initializer } from '../initializers/initializer.ts';
import { convolution } from '../layers/convolution.ts';
import { dense } from '../layers/dense.ts';
import { dropout } from '../layers/dropout.ts';
import { flatten } from '../layers/flatten.ts';
import { maxPooling } from '../layers/pooling.ts';
import { sequence } from '../layers/sequence.ts';
import { IMAGE_SHAPE, type NetworkBuilder } from './network-builder.ts';

/** Two 3 × 3 convolutions with pooling and three dense layers with dropout. */
export const twoConvKyriakosEfthymiadis: NetworkBuilder = {
  name: '2-conv-kyriakos-efthymiadis',
  title: '2 Conv (Kyriakos Efthymiadis)',
  rows: ['2-conv-kyriakos-efthymiadis'],
  inputShape: IMAGE_SHAPE,
  source: ['https://github.com/kefth/fashion-mnist/blob/master/model.py'],
  deviations: [],
  build: ({ classCount = 10 } = {}) =>
    sequence(
      convolution({ filters: 32, size: 3, activation: 'relu', initializer }),
      maxPooling(),
      convolution({ filters: 64, size: 3, activation: 'relu', initializer }),
      maxPooling(),
      flatten(),
      dropout({ rate: 0.5 }),
      dense({ units: 256, activation: 'relu', initializer }),
      dropout({ rate: 0.5 }),
      dense({ units: 128, activation: 'relu', initializer }),
      dense({ units: classCount, initializer }),
    ),
};
