import { dualPathStage } from '../blocks/dual-path-stage.ts';
import { batchNormalization } from '../layers/batch-normalization.ts';
import { convolution } from '../layers/convolution.ts';
import { dense } from '../layers/dense.ts';
import { globalAveragePooling } from '../layers/global-average-pooling.ts';
import { sequence } from '../layers/sequence.ts';
import { IMAGE_SHAPE, type NetworkBuilder } from './network-builder.ts';

/** A dual path network whose residual path is that of a wide residual network of depth 28 and width 10. */
export const dualPathWrn2810: NetworkBuilder = {
  name: 'dual-path-wrn-28-10',
  title: 'Dual path network with wide resnet 28-10 (@Queequeg)',
  rows: ['dual-path-wrn-28-10'],
  inputShape: IMAGE_SHAPE,
  statedParameters: 47.75e6,
  source: [
    'https://github.com/Queequeg92/DualPathNet/blob/master/models/dualpath.py',
    'https://arxiv.org/abs/1707.01629',
  ],
  deviations: [],
  build: ({ classCount = 10 } = {}) =>
    sequence(
      convolution({ filters: 16, size: 3, bias: false }),
      dualPathStage({ blocks: 4, residualChannels: 160, growth: 16 }),
      dualPathStage({ blocks: 4, residualChannels: 320, growth: 32, stride: 2 }),
      dualPathStage({ blocks: 4, residualChannels: 640, growth: 64, stride: 2 }),
      batchNormalization({ activation: 'relu' }),
      globalAveragePooling(),
      dense({ units: classCount }),
    ),
};
