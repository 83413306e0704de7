import { normalizedConvolution } from '../blocks/normalized-convolution.ts';
import { bottleneckResidual } from '../blocks/residual.ts';
import { dense } from '../layers/dense.ts';
import { globalAveragePooling } from '../layers/global-average-pooling.ts';
import type { Layer } from '../layers/layer.ts';
import { sequence } from '../layers/sequence.ts';
import { IMAGE_SHAPE, type NetworkBuilder } from './network-builder.ts';

/** ResNet-50 for images of 28 × 28. */
export const fastaiResnet50: NetworkBuilder = {
  name: 'fastai-resnet50',
  title: 'Fastai (@Sayak)',
  rows: ['fastai-resnet50'],
  inputShape: IMAGE_SHAPE,
  source: ['https://github.com/sayakpaul/Experiments-on-Fashion-MNIST/', 'https://arxiv.org/abs/1512.03385'],
  deviations: [
    'The row starts from weights for ImageNet, which are not here: the architecture alone, drawn anew.',
    'A 3 × 3 convolution with stride 2 in place of the 7 × 7 one with stride 2 and the pooling, as images have 28 pixels.',
    'Margins of strided convolutions are those of TensorFlow: where their number is odd, more of them after than before.',
  ],
  build: ({ classCount = 10 } = {}) =>
    sequence(
      normalizedConvolution({ filters: 64, size: 3, stride: 2 }),
      ...stage({ filters: 64, blocks: 3, stride: 1 }),
      ...stage({ filters: 128, blocks: 4, stride: 2 }),
      ...stage({ filters: 256, blocks: 6, stride: 2 }),
      ...stage({ filters: 512, blocks: 3, stride: 2 }),
      globalAveragePooling(),
      dense({ units: classCount }),
    ),
};

interface StageOptions {
  readonly filters: number;
  readonly blocks: number;
  readonly stride: number;
}

function stage({ filters, blocks, stride }: StageOptions): readonly Layer[] {
  return [
    bottleneckResidual({ filters, stride, project: true }),
    ...Array.from({ length: blocks - 1 }, () => bottleneckResidual({ filters })),
  ];
}
