import { normalizedConvolution } from '../blocks/normalized-convolution.ts';
import { residual } from '../blocks/residual.ts';
import { dense } from '../layers/dense.ts';
import { globalAveragePooling } from '../layers/global-average-pooling.ts';
import { sequence } from '../layers/sequence.ts';
import { IMAGE_SHAPE, type NetworkBuilder } from './network-builder.ts';

/** ResNet-18 for images of 28 × 28: a strided 3 × 3 convolution in place of the 7 × 7 one and the pooling. */
export const resnet18: NetworkBuilder = {
  name: 'resnet18',
  title: 'ResNet18 (Kyriakos Efthymiadis)',
  rows: ['resnet18'],
  inputShape: IMAGE_SHAPE,
  source: ['https://github.com/kefth/fashion-mnist', 'https://arxiv.org/abs/1512.03385'],
  deviations: [
    "The repository has no ResNet: the paper's for ImageNet, except for its stem.",
    'A 3 × 3 convolution with stride 2 in place of the 7 × 7 one with stride 2 and the pooling, as images have 28 pixels.',
    'Margins of strided convolutions are those of TensorFlow: where their number is odd, more of them after than before.',
  ],
  build: ({ classCount = 10 } = {}) =>
    sequence(
      normalizedConvolution({ filters: 64, size: 3, stride: 2 }),
      residual({ filters: 64 }),
      residual({ filters: 64 }),
      residual({ filters: 128, stride: 2, project: true }),
      residual({ filters: 128 }),
      residual({ filters: 256, stride: 2, project: true }),
      residual({ filters: 256 }),
      residual({ filters: 512, stride: 2, project: true }),
      residual({ filters: 512 }),
      globalAveragePooling(),
      dense({ units: classCount }),
    ),
};
