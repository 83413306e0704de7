import { denseBlock, denseTransition } from '../blocks/dense-block.ts';
import { batchNormalization } from '../layers/batch-normalization.ts';
import { convolution } from '../layers/convolution.ts';
import { dense } from '../layers/dense.ts';
import { globalAveragePooling } from '../layers/global-average-pooling.ts';
import { sequence } from '../layers/sequence.ts';
import { IMAGE_SHAPE, type NetworkBuilder } from './network-builder.ts';

/** Three dense blocks of 16 layers with growth 12: a densely connected network of depth 100, with half the channels between. */
export const densenetBc: NetworkBuilder = {
  name: 'densenet-bc',
  title: 'DenseNet-BC 768K params (@ajbrock)',
  rows: ['densenet-bc'],
  inputShape: IMAGE_SHAPE,
  statedParameters: 768e3,
  source: [
    'https://github.com/bamos/densenet.pytorch/blob/master/densenet.py',
    'https://arxiv.org/abs/1608.06993',
  ],
  deviations: [
    'Neither repository has code for Fashion-MNIST. Our choice: depth 100 and growth 12, which have the stated number of parameters.',
    'The code has batch normalisation behind ReLU in transitions; here before it, as in the paper.',
  ],
  build: ({ classCount = 10 } = {}) =>
    sequence(
      convolution({ filters: 24, size: 3, bias: false }),
      denseBlock({ layers: 16, growth: 12 }),
      denseTransition({ filters: 108 }),
      denseBlock({ layers: 16, growth: 12 }),
      denseTransition({ filters: 150 }),
      denseBlock({ layers: 16, growth: 12 }),
      batchNormalization({ activation: 'relu' }),
      globalAveragePooling(),
      dense({ units: classCount }),
    ),
};
