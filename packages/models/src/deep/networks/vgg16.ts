import { GLOROT_UNIFORM as initializer } from '../initializers/initializer.ts';
import { convolution } from '../layers/convolution.ts';
import { dense } from '../layers/dense.ts';
import { dropout } from '../layers/dropout.ts';
import { flatten } from '../layers/flatten.ts';
import type { Layer } from '../layers/layer.ts';
import { maxPooling } from '../layers/pooling.ts';
import { sequence } from '../layers/sequence.ts';
import { IMAGE_SHAPE, type NetworkBuilder } from './network-builder.ts';

/** The first four of VGG16's five blocks, and its dense layers. */
export const vgg16: NetworkBuilder = {
  name: 'vgg16',
  title: 'VGG16 26M parameters (@QuantumLiu)',
  rows: ['vgg16'],
  inputShape: IMAGE_SHAPE,
  statedParameters: 26e6,
  source: [
    'https://github.com/QuantumLiu/fashion-mnist-demo-by-Keras/blob/master/vgg_fm.py',
    'https://arxiv.org/abs/1409.1556',
  ],
  deviations: [],
  build: ({ classCount = 10 } = {}) =>
    sequence(
      ...block(64, 2),
      ...block(128, 2),
      ...block(256, 3),
      ...block(512, 3),
      flatten(),
      dense({ units: 4096, activation: 'relu', initializer }),
      dense({ units: 4096, activation: 'relu', initializer }),
      dropout({ rate: 0.5 }),
      dense({ units: classCount, initializer }),
    ),
};

function block(filters: number, convolutions: number): readonly Layer[] {
  const convolved = convolution({ filters, size: 3, activation: 'relu', initializer });
  return [...Array.from({ length: convolutions }, () => convolved), maxPooling()];
}
