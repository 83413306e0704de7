import { preActivationResidual } from '../blocks/pre-activation-residual.ts';
import { batchNormalization } from '../layers/batch-normalization.ts';
import { convolution } from '../layers/convolution.ts';
import { dense } from '../layers/dense.ts';
import { globalAveragePooling } from '../layers/global-average-pooling.ts';
import type { Layer } from '../layers/layer.ts';
import { sequence } from '../layers/sequence.ts';
import { type BuildOptions, IMAGE_SHAPE, type NetworkBuilder } from './network-builder.ts';

/** A wide residual network of depth 40 and width 4. */
export const wrn404: NetworkBuilder = {
  name: 'wrn-40-4',
  title: 'WRN-40-4 8.9M params (@ajbrock)',
  rows: ['wrn-40-4'],
  inputShape: IMAGE_SHAPE,
  statedParameters: 8.9e6,
  source: ['https://github.com/xternalz/WideResNet-pytorch', 'https://arxiv.org/abs/1605.07146'],
  deviations: [
    'Neither repository has code for Fashion-MNIST: whether there was dropout is unknown. Here there is none.',
  ],
  build: (options) => wideResidual({ depth: 40, width: 4 }, options),
};

/** A wide residual network of depth 28 and width 10. */
export const wrn2810: NetworkBuilder = {
  name: 'wrn-28-10',
  title: 'WRN-28-10 (@zhunzhong07)',
  rows: ['wrn-28-10', 'wrn-28-10-random-erasing'],
  inputShape: IMAGE_SHAPE,
  statedParameters: 36.5e6,
  source: [
    'https://github.com/zhunzhong07/Random-Erasing/blob/master/models/fashion/wrn.py',
    'https://arxiv.org/abs/1605.07146',
  ],
  deviations: [],
  build: (options) => wideResidual({ depth: 28, width: 10 }, options),
};

interface WideResidualOptions {
  /** Convolutions on the longest way, `6 n + 4`. */
  readonly depth: number;
  /** Times 16 filters in the first of three groups of blocks. */
  readonly width: number;
}

function wideResidual({ depth, width }: WideResidualOptions, { classCount = 10 }: BuildOptions = {}): Layer {
  const blocks = (depth - 4) / 6;
  const group = (filters: number, stride: number): readonly Layer[] => [
    preActivationResidual({ filters, stride, project: true }),
    ...Array.from({ length: blocks - 1 }, () => preActivationResidual({ filters })),
  ];
  return sequence(
    convolution({ filters: 16, size: 3, bias: false }),
    ...group(16 * width, 1),
    ...group(32 * width, 2),
    ...group(64 * width, 2),
    batchNormalization({ activation: 'relu' }),
    globalAveragePooling(),
    dense({ units: classCount }),
  );
}
