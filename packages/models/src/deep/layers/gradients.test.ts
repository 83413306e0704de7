import { describe, expect, it } from 'vitest';
import { gradientError } from '../testing/gradient-error.ts';
import { useCpu } from '../testing/use-cpu.ts';
import { type ActivationFunction, activation } from './activation.ts';
import { batchNormalization } from './batch-normalization.ts';
import { capsuleLengths } from './capsule-lengths.ts';
import { capsules } from './capsules.ts';
import { concatenate } from './concatenate.ts';
import { convolution } from './convolution.ts';
import { dense } from './dense.ts';
import { depthwiseConvolution } from './depthwise-convolution.ts';
import { dropout } from './dropout.ts';
import { dualPath } from './dual-path.ts';
import { flatten } from './flatten.ts';
import { globalAveragePooling } from './global-average-pooling.ts';
import { gru } from './gru.ts';
import { identity } from './identity.ts';
import { l2Normalization } from './l2-normalization.ts';
import type { Layer } from './layer.ts';
import { localResponseNormalization } from './local-response-normalization.ts';
import { averagePooling, maxPooling } from './pooling.ts';
import { primaryCapsules } from './primary-capsules.ts';
import { reshape } from './reshape.ts';
import { sequence } from './sequence.ts';
import type { Shape } from './shape.ts';
import { sum } from './sum.ts';
import { zeroPadding } from './zero-padding.ts';

useCpu();

/**
 * Central differences with a step of 1e-3 are off by some 1e-6 from curvature and by 1e-4 from rounding in float32; a
 * gradient that lacks a term is off by 0.01 and more. Layers with kinks are small, so that no kink is stepped over.
 */
const TOLERANCE = 1e-3;

const image: Shape = [5, 6, 4];
const small: Shape = [3, 2, 4];
const cases: readonly (readonly [name: string, layer: Layer, input: Shape])[] = [
  ['dense', dense({ units: 3 }), [5]],
  ['dense with ReLU', dense({ units: 3, activation: 'relu' }), [5]],
  ['dense with sigmoid, without bias', dense({ units: 3, bias: false, activation: 'sigmoid' }), [5]],
  ['convolution', convolution({ filters: 3, size: 3 }), image],
  ['convolution with ReLU', convolution({ filters: 3, size: 3, activation: 'relu' }), small],
  ['convolution with ELU', convolution({ filters: 3, size: [3, 2], activation: 'elu' }), small],
  ['strided convolution', convolution({ filters: 2, size: 3, stride: 2, bias: false }), image],
  ['valid convolution', convolution({ filters: 2, size: [2, 3], stride: [2, 1], padding: 'valid' }), image],
  ['dilated convolution', convolution({ filters: 2, size: [3, 2], dilation: [1, 2] }), image],
  ['grouped convolution', convolution({ filters: 6, size: 3, groups: 2, activation: 'relu' }), small],
  ['convolution by channels', convolution({ filters: 8, size: 3, groups: 4, activation: 'relu' }), small],
  ['dilated convolution by channels', convolution({ filters: 8, size: 3, groups: 4, dilation: 2 }), image],
  ['depthwise convolution', depthwiseConvolution({ size: 3, multiplier: 2 }), image],
  ['strided depthwise convolution', depthwiseConvolution({ size: 3, stride: 2, activation: 'relu' }), small],
  ['batch normalization', batchNormalization(), image],
  ['batch normalization of features', batchNormalization({ activation: 'relu' }), [4]],
  ['batch normalization without scale', batchNormalization({ scale: false, offset: false }), image],
  ['max pooling', maxPooling({ size: 3, stride: 2, padding: 'same' }), image],
  ['average pooling', averagePooling({ size: 3, stride: 2, padding: 'same' }), image],
  ['global average pooling', globalAveragePooling(), image],
  ['dropout', dropout({ rate: 0.4 }), image],
  ['reshape', reshape({ shape: [6, 20] }), image],
  ['zero padding', zeroPadding({ pixels: [1, 2] }), image],
  ['local response normalization', localResponseNormalization({ alpha: 0.5 }), image],
  ['l2 normalization', l2Normalization(), [6]],
  ['gru', gru({ units: 4 }), [5, 3]],
  ['gru of an image, reset before', gru({ units: 4, reset: 'before' }), [4, 3, 1]],
  ['primary capsules', primaryCapsules({ count: 2, dimension: 3, size: 3, stride: 2 }), image],
  ['capsules', sequence(capsules({ count: 3, dimension: 4 }), capsuleLengths()), [6, 3]],
  ['sum', sum(identity(), convolution({ filters: 4, size: 3 })), image],
  ['concatenate', concatenate(convolution({ filters: 2, size: 1 }), identity()), image],
  ['dual path', dualPath({ residualChannels: 3 }, convolution({ filters: 5, size: 3 })), image],
  ['sequence', sequence(convolution({ filters: 2, size: 3 }), flatten(), dense({ units: 2 })), image],
];

describe('the gradient', () => {
  it.each(cases)('of %s agrees with central differences', (_name, layer, input) => {
    expect(gradientError(layer, input)).toBeLessThan(TOLERANCE);
  });

  it.each<[ActivationFunction]>([
    ['relu'],
    ['relu6'],
    ['elu'],
    ['selu'],
    ['gelu'],
    ['swish'],
    ['sigmoid'],
    ['tanh'],
    ['softmax'],
  ])('of %s agrees with central differences', (name) => {
    expect(gradientError(activation({ function: name }), [7], 2)).toBeLessThan(TOLERANCE);
  });
});
