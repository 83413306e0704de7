import { zeros } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ModelsError } from '../../errors.ts';
import { createNetwork } from '../network/create-network.ts';
import { useCpu } from '../testing/use-cpu.ts';
import { activation } from './activation.ts';
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
import { averagePooling, maxPooling } from './pooling.ts';
import { primaryCapsules } from './primary-capsules.ts';
import { reshape } from './reshape.ts';
import { sequence } from './sequence.ts';
import type { Shape } from './shape.ts';
import { sum } from './sum.ts';
import { zeroPadding } from './zero-padding.ts';

useCpu();

const side = fc.integer({ min: 1, max: 9 });
const few = fc.integer({ min: 1, max: 3 });
const padding = fc.constantFrom('same' as const, 'valid' as const);
const window = fc.record({
  size: fc.oneof(few, fc.tuple(few, few)),
  stride: fc.oneof(few, fc.tuple(few, few)),
  padding,
});

const windowed: Readonly<Record<string, (options: { size: never; stride: never; padding: never }) => Layer>> =
  {
    convolution: (options) => convolution({ filters: 2, ...options }),
    'depthwise convolution': (options) => depthwiseConvolution({ multiplier: 2, ...options }),
    'max pooling': maxPooling,
    'average pooling': averagePooling,
  };

describe('the shape that is said', () => {
  it.each(Object.entries(windowed))('of %s is the one that is computed', (_name, make) => {
    fc.assert(
      fc.property(side, side, few, window, (height, width, channels, options) => {
        expectShapeKept(make(options as never), [height, width, channels]);
      }),
      { numRuns: 40 },
    );
  });

  it.each<[string, Layer, Shape]>([
    ['batch normalization', batchNormalization(), [4, 3, 2]],
    ['flatten', flatten(), [4, 3, 2]],
    ['reshape', reshape({ shape: [2, 12] }), [4, 3, 2]],
    ['global average pooling', globalAveragePooling(), [4, 3, 2]],
    ['zero padding', zeroPadding({ pixels: [1, 2] }), [4, 3, 2]],
    ['dropout', dropout({ rate: 0.5 }), [4]],
    ['softmax', activation({ function: 'softmax' }), [4]],
    ['l2 normalization', l2Normalization(), [4]],
    ['dense', dense({ units: 3 }), [4]],
    ['gru', gru({ units: 3 }), [5, 4, 1]],
    ['primary capsules', primaryCapsules({ count: 2, dimension: 3, size: 3, stride: 2 }), [8, 7, 2]],
    ['capsules', capsules({ count: 3, dimension: 2, routings: 1 }), [4, 5]],
    ['capsule lengths', capsuleLengths(), [4, 5]],
    ['sum', sum(identity(), identity(), identity()), [4, 3, 2]],
    ['concatenate', concatenate(identity(), convolution({ filters: 3, size: 1 })), [4, 3, 2]],
    ['dual path', dualPath({ residualChannels: 2 }, convolution({ filters: 5, size: 1 })), [4, 3, 4]],
  ])('of %s is the one that is computed', (_name, layer, input) => {
    expectShapeKept(layer, input);
  });
});

describe('a shape that does not fit', () => {
  it.each<[string, Layer, Shape, string]>([
    ['dense after an image', dense({ units: 3 }), [4, 3, 2], 'flatten()'],
    ['convolution of features', convolution({ filters: 1, size: 1 }), [4], 'an image'],
    ['a window larger than the image', maxPooling(), [1, 1, 3], "padding: 'same'"],
    [
      'groups that do not divide channels',
      convolution({ filters: 4, size: 1, groups: 4 }),
      [4, 4, 6],
      'multiple of 4',
    ],
    ['another number of values', reshape({ shape: [5] }), [4], '5 values'],
    ['branches of several shapes', sum(identity(), flatten()), [4, 3, 2], '[4, 3, 2] from all branches'],
    ['branches of several sizes', concatenate(identity(), maxPooling()), [4, 4, 2], '[4, 4, any]'],
    [
      'two paths over too few channels',
      dualPath({ residualChannels: 2 }, identity()),
      [4, 4, 2],
      'more than 2',
    ],
    ['steps with channels', gru({ units: 2 }), [4, 4, 3], '[steps, features, 1]'],
    ['capsules of an image', capsules({ count: 2, dimension: 2 }), [4, 4, 3], '[capsules, dimension]'],
  ])('is refused: %s', (_name, layer, input, message) => {
    const create = () => createNetwork(sequence(layer), { name: 'unfit', inputShape: input, seed: 1 });
    expect(create).toThrow(
      expect.objectContaining({ code: 'E_SHAPE', message: expect.stringContaining(message) as string }),
    );
  });
});

/** A layer that refuses the shape has said so before anything is computed. */
function expectShapeKept(layer: Layer, input: Shape): void {
  if (isRefused(layer, input)) return;
  const network = createNetwork(layer, { name: 'shape', inputShape: input, seed: 1 });
  for (const run of [network.predict, (x: never) => network.train(x, { seed: 1 })])
    expect(run(zeros([2, ...input]) as never).shape).toEqual([2, ...network.outputShape]);
  network.dispose();
}

function isRefused(layer: Layer, input: Shape): boolean {
  try {
    layer.outputShape(input);
    return false;
  } catch (error) {
    if (error instanceof ModelsError && error.code === 'E_SHAPE') return true;
    throw error;
  }
}
