import { batchNormalization } from '../layers/batch-normalization.ts';
import { convolution } from '../layers/convolution.ts';
import { dense } from '../layers/dense.ts';
import { dropout } from '../layers/dropout.ts';
import { flatten } from '../layers/flatten.ts';
import { l2Normalization } from '../layers/l2-normalization.ts';
import type { Layer } from '../layers/layer.ts';
import { maxPooling } from '../layers/pooling.ts';
import { sequence } from '../layers/sequence.ts';
import { zeroPadding } from '../layers/zero-padding.ts';
import { IMAGE_SHAPE, type NetworkBuilder } from './network-builder.ts';

/** AlexNet for images of 28 × 28, to an embedding of length 1. */
export const alexnetTripletLoss: NetworkBuilder = {
  name: 'alexnet-triplet-loss',
  title: 'AlexNet with Triplet loss (@Cenk Bircanoğlu)',
  rows: ['alexnet-triplet-loss'],
  inputShape: IMAGE_SHAPE,
  source: ['https://github.com/cenkbircanoglu/openface/blob/master/models/mine/28/alexnet.def.lua'],
  deviations: [
    'One channel comes in, not three copies of it.',
    'It gives an embedding of 128 numbers, not logits: how many there were is unknown, 128 is what openface has.',
  ],
  build: () =>
    sequence(
      ...convolved(64, 5),
      maxPooling({ size: 3, stride: 2 }),
      ...convolved(192, 5),
      maxPooling({ size: 3, stride: 2 }),
      ...convolved(384, 3),
      ...convolved(256, 3),
      ...convolved(256, 3),
      maxPooling({ size: 3, stride: 2 }),
      flatten(),
      dropout({ rate: 0.5 }),
      dense({ units: 4096, activation: 'relu' }),
      batchNormalization(),
      dropout({ rate: 0.5 }),
      dense({ units: 4096, activation: 'relu' }),
      batchNormalization(),
      dense({ units: 128 }),
      l2Normalization(),
    ),
};

/** With a margin of one pixel, so that 5 × 5 windows make the image smaller. */
function convolved(filters: number, size: number): readonly Layer[] {
  return [
    zeroPadding({ pixels: 1 }),
    convolution({ filters, size, padding: 'valid', activation: 'relu' }),
    batchNormalization(),
  ];
}
