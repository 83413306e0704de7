import { type ActivationFunction, activation } from '../../layers/activation.ts';
import { batchNormalization } from '../../layers/batch-normalization.ts';
import { capsuleLengths } from '../../layers/capsule-lengths.ts';
import { capsules } from '../../layers/capsules.ts';
import { concatenate } from '../../layers/concatenate.ts';
import { convolution } from '../../layers/convolution.ts';
import { dense } from '../../layers/dense.ts';
import { depthwiseConvolution } from '../../layers/depthwise-convolution.ts';
import { dropout } from '../../layers/dropout.ts';
import { dualPath } from '../../layers/dual-path.ts';
import { flatten } from '../../layers/flatten.ts';
import { globalAveragePooling } from '../../layers/global-average-pooling.ts';
import { gru } from '../../layers/gru.ts';
import { identity } from '../../layers/identity.ts';
import { l2Normalization } from '../../layers/l2-normalization.ts';
import type { Layer } from '../../layers/layer.ts';
import { localResponseNormalization } from '../../layers/local-response-normalization.ts';
import { averagePooling, maxPooling } from '../../layers/pooling.ts';
import { primaryCapsules } from '../../layers/primary-capsules.ts';
import { reshape } from '../../layers/reshape.ts';
import { sequence } from '../../layers/sequence.ts';
import type { Shape } from '../../layers/shape.ts';
import { sum } from '../../layers/sum.ts';
import { zeroPadding } from '../../layers/zero-padding.ts';

/** A layer, and the shape of what it is given. */
export type LayerCase = readonly [name: string, layer: Layer, inputShape: Shape];

const image: Shape = [7, 10, 4];
const plain: Shape = [6, 5, 1];

const FUNCTIONS: readonly ActivationFunction[] = [
  'relu',
  'relu6',
  'elu',
  'selu',
  'gelu',
  'swish',
  'sigmoid',
  'tanh',
  'softmax',
];

/** Layers that both formats can express: every kind, on odd and even sizes. */
export const COMMON_CASES: readonly LayerCase[] = [
  ['dense', dense({ units: 3 }), [5]],
  ['dense with ELU', dense({ units: 3, activation: 'elu' }), [5]],
  ['dense without bias, with sigmoid', dense({ units: 3, bias: false, activation: 'sigmoid' }), [5]],
  ['convolution', convolution({ filters: 3, size: 3 }), image],
  ['convolution of one channel', convolution({ filters: 3, size: 5, activation: 'relu' }), plain],
  ['convolution with an even window', convolution({ filters: 3, size: [2, 4], activation: 'relu6' }), image],
  ['strided convolution', convolution({ filters: 2, size: 3, stride: 2, bias: false }), image],
  ['convolution strided by 3', convolution({ filters: 2, size: [4, 2], stride: [3, 2] }), image],
  ['strided window of one pixel', convolution({ filters: 2, size: 1, stride: 2 }), image],
  ['valid convolution', convolution({ filters: 2, size: [2, 3], stride: [2, 1], padding: 'valid' }), image],
  ['dilated convolution', convolution({ filters: 2, size: 3, dilation: 2 }), image],
  [
    'valid dilated convolution',
    convolution({ filters: 2, size: 2, dilation: [1, 3], padding: 'valid' }),
    image,
  ],
  ['grouped convolution', convolution({ filters: 6, size: 3, groups: 2, activation: 'relu' }), image],
  ['strided grouped convolution', convolution({ filters: 4, size: 3, stride: 2, groups: 2 }), image],
  ['grouped convolution without bias', convolution({ filters: 4, size: 3, groups: 2, bias: false }), image],
  ['convolution by channels', convolution({ filters: 8, size: 3, groups: 4, activation: 'elu' }), image],
  ['dilated convolution by channels', convolution({ filters: 8, size: 3, groups: 4, dilation: 2 }), image],
  ['depthwise convolution', depthwiseConvolution({ size: 3, multiplier: 2, activation: 'relu' }), image],
  ['strided depthwise convolution', depthwiseConvolution({ size: [3, 2], stride: 2, bias: false }), image],
  ['batch normalization', batchNormalization(), image],
  ['batch normalization with ReLU', batchNormalization({ activation: 'relu', epsilon: 0.1 }), image],
  ['batch normalization without scale', batchNormalization({ scale: false }), image],
  ['batch normalization without offset', batchNormalization({ offset: false }), [6]],
  ['batch normalization of steps', batchNormalization(), [4, 3]],
  ['max pooling', maxPooling(), image],
  ['max pooling with a margin', maxPooling({ size: [3, 2], stride: 2, padding: 'same' }), image],
  ['average pooling', averagePooling({ size: 3, stride: [1, 2] }), image],
  ['average pooling with a margin', averagePooling({ size: 3, stride: 2, padding: 'same' }), image],
  ['global average pooling', globalAveragePooling(), image],
  ['dropout', dropout({ rate: 0.4 }), image],
  ['flatten', flatten(), image],
  ['flatten of one channel', flatten(), plain],
  ['flatten of steps', flatten(), [4, 3]],
  ['flatten of features', flatten(), [4]],
  ['reshape to steps', reshape({ shape: [7, 40] }), image],
  ['reshape to an image', reshape({ shape: [2, 5, 3] }), [30]],
  ['reshape of an image', reshape({ shape: [5, 14, 4] }), image],
  ['reshape to one pixel', reshape({ shape: [1, 1, 30] }), [30]],
  ['zero padding', zeroPadding({ pixels: [1, 2] }), image],
  ['gru, reset before', gru({ units: 4, reset: 'before' }), [5, 3]],
  ['gru of an image, reset before', gru({ units: 4, reset: 'before' }), plain],
  ['identity', identity(), image],
  ['sum of one', sum(convolution({ filters: 2, size: 1 })), image],
  ['sum', sum(identity(), convolution({ filters: 4, size: 3 }), dropout({ rate: 0.5 })), image],
  ['sum of the same', sum(identity(), identity()), image],
  ['concatenate', concatenate(convolution({ filters: 2, size: 1 }), identity()), image],
  ['concatenate of one', concatenate(identity()), image],
  ['concatenate of features', concatenate(dense({ units: 2 }), identity()), [5]],
  ['concatenate of steps', concatenate(identity(), identity()), [4, 3]],
  ['dual path', dualPath({ residualChannels: 3 }, convolution({ filters: 5, size: 3 })), image],
  ['sequence', sequence(convolution({ filters: 2, size: 3 }), flatten(), dense({ units: 2 })), image],
  ['empty sequence', sequence(), image],
  ...FUNCTIONS.map((name): LayerCase => [name, activation({ function: name }), [7]]),
  ['softmax over channels', activation({ function: 'softmax' }), image],
  ['softmax of steps', activation({ function: 'softmax' }), [4, 3]],
];

/** Layers that tfjs' layers cannot express. */
export const ONNX_CASES: readonly LayerCase[] = [
  ['local response normalization', localResponseNormalization({ alpha: 0.5 }), image],
  ['local response normalization of radius 0', localResponseNormalization({ radius: 0, bias: 1 }), image],
  ['l2 normalization', l2Normalization(), [6]],
  ['gru', gru({ units: 4 }), [5, 3]],
  ['gru of an image', gru({ units: 4 }), plain],
  ['primary capsules', primaryCapsules({ count: 2, dimension: 3, size: 3, stride: 2 }), image],
  ['capsules', capsules({ count: 3, dimension: 4 }), [6, 5]],
  ['capsules without routing', capsules({ count: 3, dimension: 4, routings: 1 }), [6, 5]],
  ['capsule lengths', capsuleLengths(), [6, 5]],
];
