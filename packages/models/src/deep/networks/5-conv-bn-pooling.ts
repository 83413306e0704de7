import { normalizedConvolution } from '../blocks/normalized-convolution.ts';
import { dense } from '../layers/dense.ts';
import { globalAveragePooling } from '../layers/global-average-pooling.ts';
import { maxPooling } from '../layers/pooling.ts';
import { sequence } from '../layers/sequence.ts';
import { IMAGE_SHAPE, type NetworkBuilder } from './network-builder.ts';

/** Five 3 × 3 convolutions with batch normalisation, two poolings and the mean of each channel. */
export const fiveConvBnPooling: NetworkBuilder = {
  name: '5-conv-bn-pooling',
  title: '5 Conv+BN+pooling (@Noumanmufc1)',
  rows: ['5-conv-bn-pooling'],
  inputShape: IMAGE_SHAPE,
  source: ['https://gist.github.com/Noumanmufc1/60f00e434f0ce42b6f4826029737490a'],
  deviations: ['The gist could not be read, so its sizes are unknown: they are our choice.'],
  build: ({ classCount = 10 } = {}) =>
    sequence(
      normalizedConvolution({ filters: 32, size: 3 }),
      normalizedConvolution({ filters: 32, size: 3 }),
      maxPooling(),
      normalizedConvolution({ filters: 64, size: 3 }),
      normalizedConvolution({ filters: 64, size: 3 }),
      maxPooling(),
      normalizedConvolution({ filters: 48, size: 3 }),
      globalAveragePooling(),
      dense({ units: classCount }),
    ),
};
