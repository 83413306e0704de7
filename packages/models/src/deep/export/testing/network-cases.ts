import { activation } from '../../layers/activation.ts';
import { batchNormalization } from '../../layers/batch-normalization.ts';
import { capsuleLengths } from '../../layers/capsule-lengths.ts';
import { capsules } from '../../layers/capsules.ts';
import { concatenate } from '../../layers/concatenate.ts';
import { convolution } from '../../layers/convolution.ts';
import { dense } from '../../layers/dense.ts';
import { depthwiseConvolution } from '../../layers/depthwise-convolution.ts';
import { dropout } from '../../layers/dropout.ts';
import { flatten } from '../../layers/flatten.ts';
import { globalAveragePooling } from '../../layers/global-average-pooling.ts';
import { gru } from '../../layers/gru.ts';
import { identity } from '../../layers/identity.ts';
import type { Layer } from '../../layers/layer.ts';
import { averagePooling, maxPooling } from '../../layers/pooling.ts';
import { primaryCapsules } from '../../layers/primary-capsules.ts';
import { sequence } from '../../layers/sequence.ts';
import { sum } from '../../layers/sum.ts';
import type { LayerCase } from './layer-cases.ts';

const image = [28, 28, 1];
const softmax = activation({ function: 'softmax' });

const convolutional = sequence(
  convolution({ filters: 6, size: 5, activation: 'relu' }),
  maxPooling(),
  convolution({ filters: 8, size: 5, padding: 'valid', activation: 'relu' }),
  maxPooling({ size: 3, stride: 2 }),
  flatten(),
  dense({ units: 20, activation: 'relu' }),
  dropout({ rate: 0.5 }),
  dense({ units: 10 }),
  softmax,
);

const residual = sequence(
  convolution({ filters: 4, size: 3, stride: 2, bias: false }),
  batchNormalization({ activation: 'relu' }),
  residualBlock(4, 1),
  residualBlock(8, 2),
  globalAveragePooling(),
  dense({ units: 10 }),
);

const denselyConnected = sequence(
  convolution({ filters: 4, size: 3 }),
  concatenate(identity(), grown(3)),
  concatenate(identity(), grown(3)),
  averagePooling(),
  batchNormalization({ activation: 'relu' }),
  globalAveragePooling(),
  dense({ units: 10 }),
);

const separable = sequence(
  convolution({ filters: 4, size: 3, stride: 2, activation: 'relu6' }),
  sum(
    identity(),
    sequence(convolution({ filters: 8, size: 1 }), depthwise(1), convolution({ filters: 4, size: 1 })),
  ),
  depthwise(2),
  flatten(),
  dense({ units: 10 }),
);

const recurrent = sequence(gru({ units: 12, reset: 'before' }), dense({ units: 10 }), softmax);

/** Whole networks that both formats can express. */
export const COMMON_NETWORKS: readonly LayerCase[] = [
  ['a convolutional network', convolutional, image],
  ['a residual network', residual, image],
  ['a densely connected network', denselyConnected, image],
  ['a network of separable convolutions', separable, image],
  ['a recurrent network', recurrent, image],
];

/** Whole networks that tfjs' layers cannot express. */
export const ONNX_NETWORKS: readonly LayerCase[] = [
  [
    'a capsule network',
    sequence(
      convolution({ filters: 6, size: 9, stride: 2, padding: 'valid', activation: 'relu' }),
      primaryCapsules({ count: 2, dimension: 4, size: 3, stride: 2 }),
      capsules({ count: 10, dimension: 6 }),
      capsuleLengths(),
    ),
    image,
  ],
  ['a recurrent network', sequence(gru({ units: 12 }), dense({ units: 10 })), image],
];

function residualBlock(filters: number, stride: number): Layer {
  return sequence(
    sum(
      stride === 1 ? identity() : convolution({ filters, size: 1, stride, bias: false }),
      sequence(
        convolution({ filters, size: 3, stride, bias: false }),
        batchNormalization({ activation: 'relu' }),
        convolution({ filters, size: 3, bias: false }),
        batchNormalization(),
      ),
    ),
    activation({ function: 'relu' }),
  );
}

function grown(filters: number): Layer {
  return sequence(batchNormalization({ activation: 'relu' }), convolution({ filters, size: 3, bias: false }));
}

function depthwise(stride: number): Layer {
  return sequence(
    depthwiseConvolution({ size: 3, stride, bias: false }),
    batchNormalization(),
    activation({ function: 'swish' }),
  );
}
