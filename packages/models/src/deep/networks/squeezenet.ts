import { fire } from '../blocks/fire.ts';
import { convolution } from '../layers/convolution.ts';
import { dropout } from '../layers/dropout.ts';
import { globalAveragePooling } from '../layers/global-average-pooling.ts';
import type { Layer } from '../layers/layer.ts';
import { maxPooling } from '../layers/pooling.ts';
import { sequence } from '../layers/sequence.ts';
import { IMAGE_SHAPE, type NetworkBuilder } from './network-builder.ts';

/** SqueezeNet 1.1 for images of 28 × 28. */
export const squeezenet: NetworkBuilder = {
  name: 'squeezenet',
  title: 'SqueezeNet with cyclical learning rate 200 epochs (@snakers4)',
  rows: ['squeezenet'],
  inputShape: IMAGE_SHAPE,
  source: [
    'https://github.com/zalandoresearch/fashion-mnist/files/1263340/squeeze_net_mnist.zip',
    'https://arxiv.org/abs/1602.07360',
    'https://github.com/forresti/SqueezeNet/tree/master/SqueezeNet_v1.1',
  ],
  deviations: [
    'The archive could not be read. Our choice: version 1.1.',
    'The first convolution has no stride, as images have 28 pixels and not 224.',
    'No ReLU behind the last convolution, which would stop learning for classes that it sets to 0.',
  ],
  build: ({ classCount = 10 } = {}) =>
    sequence(
      convolution({ filters: 64, size: 3, activation: 'relu' }),
      halved(),
      fire({ squeeze: 16, expand: 64 }),
      fire({ squeeze: 16, expand: 64 }),
      halved(),
      fire({ squeeze: 32, expand: 128 }),
      fire({ squeeze: 32, expand: 128 }),
      halved(),
      fire({ squeeze: 48, expand: 192 }),
      fire({ squeeze: 48, expand: 192 }),
      fire({ squeeze: 64, expand: 256 }),
      fire({ squeeze: 64, expand: 256 }),
      dropout({ rate: 0.5 }),
      convolution({ filters: classCount, size: 1, initializer: { kind: 'normal', deviation: 0.01 } }),
      globalAveragePooling(),
    ),
};

function halved(): Layer {
  return maxPooling({ size: 3, stride: 2, padding: 'same' });
}
