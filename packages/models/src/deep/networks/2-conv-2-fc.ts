import { GLOROT_UNIFORM as initializer, PYTORCH_UNIFORM } from '../initializers/initializer.ts';
import { batchNormalization } from '../layers/batch-normalization.ts';
import { convolution } from '../layers/convolution.ts';
import { dense } from '../layers/dense.ts';
import { flatten } from '../layers/flatten.ts';
import { maxPooling } from '../layers/pooling.ts';
import { sequence } from '../layers/sequence.ts';
import { zeroPadding } from '../layers/zero-padding.ts';
import { IMAGE_SHAPE, type NetworkBuilder } from './network-builder.ts';

/** Two convolutions with batch normalisation behind ReLU, and a dense layer of 4096. */
export const twoConv2Fc: NetworkBuilder = {
  name: '2-conv-2-fc',
  title: '2 Conv+2 FC (@ashmeet13)',
  rows: ['2-conv-2-fc'],
  inputShape: IMAGE_SHAPE,
  source: ['https://github.com/ashmeet13/FashionMNIST-CNN/blob/master/Fashion.py'],
  deviations: [],
  build: ({ classCount = 10 } = {}) =>
    sequence(
      convolution({ filters: 32, size: 5, activation: 'relu', initializer }),
      batchNormalization(),
      maxPooling(),
      zeroPadding({ pixels: 2 }),
      convolution({ filters: 64, size: 3, padding: 'valid', activation: 'relu', initializer }),
      batchNormalization(),
      maxPooling(),
      flatten(),
      dense({ units: 4096, activation: 'relu', initializer: PYTORCH_UNIFORM }),
      dense({ units: classCount, initializer: PYTORCH_UNIFORM }),
    ),
};
