import { GLOROT_UNIFORM as initializer } from '../initializers/initializer.ts';
import { capsuleLengths } from '../layers/capsule-lengths.ts';
import { capsules } from '../layers/capsules.ts';
import { convolution } from '../layers/convolution.ts';
import { primaryCapsules } from '../layers/primary-capsules.ts';
import { sequence } from '../layers/sequence.ts';
import { IMAGE_SHAPE, type NetworkBuilder } from './network-builder.ts';

/** The capsule network of the paper, without its decoder. */
export const capsuleNetwork: NetworkBuilder = {
  name: 'capsule-network',
  title: 'Capsule Network 8M parameters (@XifengGuo)',
  rows: ['capsule-network'],
  inputShape: IMAGE_SHAPE,
  source: [
    'https://github.com/XifengGuo/CapsNet-Fashion-MNIST/blob/master/capsulenet.py',
    'https://arxiv.org/abs/1710.09829',
  ],
  deviations: [
    'Without the decoder, which draws images again from the capsule of their class while training: it has 1.4 of the 8.2 million parameters.',
    'It gives the lengths of capsules, not logits.',
  ],
  build: ({ classCount = 10 } = {}) =>
    sequence(
      convolution({ filters: 256, size: 9, padding: 'valid', activation: 'relu', initializer }),
      primaryCapsules({ count: 32, dimension: 8, size: 9, stride: 2, initializer }),
      capsules({ count: classCount, dimension: 16, routings: 3 }),
      capsuleLengths(),
    ),
};
