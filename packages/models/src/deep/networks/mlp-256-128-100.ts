import { activation } from '../layers/activation.ts';
import { dense } from '../layers/dense.ts';
import { dropout } from '../layers/dropout.ts';
import { flatten } from '../layers/flatten.ts';
import type { Layer } from '../layers/layer.ts';
import { sequence } from '../layers/sequence.ts';
import { IMAGE_SHAPE, type NetworkBuilder } from './network-builder.ts';

/** Three dense layers with tanh and dropout. */
export const mlp256128100: NetworkBuilder = {
  name: 'mlp-256-128-100',
  title: 'MLP 256-128-100 (@heitorrapela)',
  rows: ['mlp-256-128-100'],
  inputShape: IMAGE_SHAPE,
  source: ['https://github.com/heitorrapela/fashion-mnist-mlp/blob/master/fashion_mnist_mlp.py'],
  deviations: [
    'The code trains sigmoids by categorical cross-entropy; here logits are given, for a softmax.',
  ],
  build: ({ classCount = 10 } = {}) =>
    sequence(flatten(), ...bent(256), ...bent(128), ...bent(100), dense({ units: classCount })),
};

function bent(units: number): readonly Layer[] {
  return [dense({ units }), activation({ function: 'tanh' }), dropout({ rate: 0.4 })];
}
