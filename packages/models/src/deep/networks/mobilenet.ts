import { depthwiseSeparable } from '../blocks/depthwise-separable.ts';
import { normalizedConvolution } from '../blocks/normalized-convolution.ts';
import { dense } from '../layers/dense.ts';
import { globalAveragePooling } from '../layers/global-average-pooling.ts';
import { sequence } from '../layers/sequence.ts';
import { IMAGE_SHAPE, type NetworkBuilder } from './network-builder.ts';

/** Filters and stride of each depthwise separable convolution. */
const BODY = [
  [64, 1],
  [128, 2],
  [128, 1],
  [256, 2],
  [256, 1],
  [512, 2],
  [512, 1],
  [512, 1],
  [512, 1],
  [512, 1],
  [512, 1],
  [1024, 2],
  [1024, 1],
] as const;

/** MobileNet of width 1: depthwise separable convolutions. */
export const mobilenet: NetworkBuilder = {
  name: 'mobilenet',
  title: 'MobileNet (@苏剑林)',
  rows: ['mobilenet'],
  inputShape: IMAGE_SHAPE,
  source: ['http://kexue.fm/archives/4556/', 'https://arxiv.org/abs/1704.04861'],
  deviations: [
    "The article could not be read. Our choice: the paper's network of width 1.",
    'The first convolution has no stride, as images have 28 pixels and not 224.',
  ],
  build: ({ classCount = 10 } = {}) =>
    sequence(
      normalizedConvolution({ filters: 32, size: 3 }),
      ...BODY.map(([filters, stride]) => depthwiseSeparable({ filters, stride })),
      globalAveragePooling(),
      dense({ units: classCount }),
    ),
};
