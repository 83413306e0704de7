import { inception } from '../blocks/inception.ts';
import { normalizedConvolution } from '../blocks/normalized-convolution.ts';
import { dense } from '../layers/dense.ts';
import { dropout } from '../layers/dropout.ts';
import { globalAveragePooling } from '../layers/global-average-pooling.ts';
import type { Layer } from '../layers/layer.ts';
import { maxPooling } from '../layers/pooling.ts';
import { sequence } from '../layers/sequence.ts';
import { IMAGE_SHAPE, type NetworkBuilder } from './network-builder.ts';

/** GoogLeNet for images of 28 × 28, with batch normalisation. */
export const googlenet: NetworkBuilder = {
  name: 'googlenet',
  title: 'GoogleNet with cross-entropy loss (@Cenk Bircanoğlu)',
  rows: ['googlenet'],
  inputShape: IMAGE_SHAPE,
  source: [
    'https://github.com/cenkbircanoglu/openface/tree/master/fashion_mnist',
    'https://arxiv.org/abs/1409.4842',
  ],
  deviations: [
    "The network was not found in the repository: the paper's modules, with batch normalisation in place of local response normalisation.",
    'A 3 × 3 convolution with stride 2 in place of the 7 × 7 one with stride 2 and the pooling, as images have 28 pixels.',
    'Without the two classifiers at the side.',
  ],
  build: ({ classCount = 10 } = {}) =>
    sequence(
      normalizedConvolution({ filters: 64, size: 3, stride: 2 }),
      normalizedConvolution({ filters: 64, size: 1 }),
      normalizedConvolution({ filters: 192, size: 3 }),
      halved(),
      inception({ one: 64, three: [96, 128], five: [16, 32], pool: 32 }),
      inception({ one: 128, three: [128, 192], five: [32, 96], pool: 64 }),
      halved(),
      inception({ one: 192, three: [96, 208], five: [16, 48], pool: 64 }),
      inception({ one: 160, three: [112, 224], five: [24, 64], pool: 64 }),
      inception({ one: 128, three: [128, 256], five: [24, 64], pool: 64 }),
      inception({ one: 112, three: [144, 288], five: [32, 64], pool: 64 }),
      inception({ one: 256, three: [160, 320], five: [32, 128], pool: 128 }),
      halved(),
      inception({ one: 256, three: [160, 320], five: [32, 128], pool: 128 }),
      inception({ one: 384, three: [192, 384], five: [48, 128], pool: 128 }),
      globalAveragePooling(),
      dropout({ rate: 0.4 }),
      dense({ units: classCount }),
    ),
};

function halved(): Layer {
  return maxPooling({ size: 3, stride: 2, padding: 'same' });
}
