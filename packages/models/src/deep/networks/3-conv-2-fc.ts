import { convolution } from '../layers/convolution.ts';
import { dense } from '../layers/dense.ts';
import { flatten } from '../layers/flatten.ts';
import { maxPooling } from '../layers/pooling.ts';
import { sequence } from '../layers/sequence.ts';
import { IMAGE_SHAPE, type NetworkBuilder } from './network-builder.ts';

/** Three 3 × 3 convolutions with pooling and two dense layers. */
export const threeConv2Fc: NetworkBuilder = {
  name: '3-conv-2-fc',
  title: '3 Conv+2 FC (@Cenk Bircanoğlu)',
  rows: ['3-conv-2-fc'],
  inputShape: IMAGE_SHAPE,
  source: ['https://github.com/cenkbircanoglu/openface/tree/master/fashion_mnist'],
  deviations: ['The network was not found in the repository, so its sizes are unknown: they are our choice.'],
  build: ({ classCount = 10 } = {}) =>
    sequence(
      convolution({ filters: 32, size: 3, activation: 'relu' }),
      maxPooling(),
      convolution({ filters: 64, size: 3, activation: 'relu' }),
      maxPooling(),
      convolution({ filters: 128, size: 3, activation: 'relu' }),
      maxPooling(),
      flatten(),
      dense({ units: 128, activation: 'relu' }),
      dense({ units: classCount }),
    ),
};
