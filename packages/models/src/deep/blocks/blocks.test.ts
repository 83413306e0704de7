import { describe, expect, it } from 'vitest';
import type { Layer } from '../layers/layer.ts';
import { layerDocument } from '../layers/layer-document.ts';
import { parseLayer } from '../layers/parse-layer.ts';
import type { Shape } from '../layers/shape.ts';
import { parameterCount } from '../network/places.ts';
import { gradientError } from '../testing/gradient-error.ts';
import { useCpu } from '../testing/use-cpu.ts';
import { denseBlock, denseTransition } from './dense-block.ts';
import { depthwiseSeparable } from './depthwise-separable.ts';
import { dualPathStage } from './dual-path-stage.ts';
import { fire } from './fire.ts';
import { inception } from './inception.ts';
import { invertedResidual } from './inverted-residual.ts';
import { normalizedConvolution } from './normalized-convolution.ts';
import { preActivationResidual } from './pre-activation-residual.ts';
import { bottleneckResidual, residual } from './residual.ts';

useCpu();

const image: Shape = [4, 4, 4];

/** Parameters are counted by hand: kernels, then scales and offsets. */
const cases: readonly (readonly [name: string, block: Layer, output: Shape, parameters: number])[] = [
  ['normalized convolution', normalizedConvolution({ filters: 3, size: 3 }), [4, 4, 3], 108 + 6],
  ['residual', residual({ filters: 4 }), [4, 4, 4], 2 * (144 + 8)],
  [
    'residual with projection',
    residual({ filters: 6, stride: 2, project: true }),
    [2, 2, 6],
    24 + 216 + 324 + 3 * 12,
  ],
  [
    'bottleneck residual',
    bottleneckResidual({ filters: 2, stride: 2, project: true }),
    [2, 2, 8],
    32 + 8 + 36 + 16 + (16 + 4 + 4 + 16),
  ],
  ['pre-activation residual', preActivationResidual({ filters: 4, dropout: 0.2 }), [4, 4, 4], 2 * (144 + 8)],
  [
    'pre-activation residual with projection',
    preActivationResidual({ filters: 6, stride: 2, project: true }),
    [2, 2, 6],
    8 + 24 + 216 + 12 + 324,
  ],
  ['dense block', denseBlock({ layers: 2, growth: 3 }), [4, 4, 10], 8 + 48 + 24 + 324 + (14 + 84 + 24 + 324)],
  ['dense transition', denseTransition({ filters: 2 }), [2, 2, 2], 8 + 8],
  [
    'inception',
    inception({ one: 2, three: [2, 3], five: [1, 2], pool: 2 }),
    [4, 4, 9],
    8 + 4 + (8 + 4 + 54 + 6) + (4 + 2 + 50 + 4) + (8 + 4),
  ],
  ['fire', fire({ squeeze: 2, expand: 3 }), [4, 4, 6], 8 + 2 + (6 + 3) + (54 + 3)],
  ['depthwise separable', depthwiseSeparable({ filters: 3, stride: 2 }), [2, 2, 3], 36 + 8 + 12 + 6],
  [
    'inverted residual',
    invertedResidual({ channels: 4, filters: 4, expansion: 2 }),
    [4, 4, 4],
    32 + 16 + 72 + 16 + 32 + 8,
  ],
  [
    'dual path stage',
    dualPathStage({ blocks: 2, residualChannels: 3, growth: 1, stride: 2 }),
    [2, 2, 6],
    8 + 12 + 108 + 6 + 81 + 72 + (10 + 180 + 8 + 144),
  ],
];

describe('blocks', () => {
  it.each(cases)('%s has the shape and the parameters of its paper', (_name, block, output, parameters) => {
    expect(block.outputShape(image)).toEqual(output);
    expect(parameterCount(block, image)).toBe(parameters);
  });

  // A step over a kink of ReLU spoils a comparison; a gradient that lacks a term spoils all of them.
  it.each(cases)('%s has the gradient of its central differences', (_name, block) => {
    const errors = [1, 2, 3, 4].map((seed) => gradientError(block, [3, 3, 4], seed));
    expect(Math.min(...errors)).toBeLessThan(1e-3);
  });

  it.each(cases)('%s goes to JSON and back', (_name, block) => {
    const document = JSON.parse(JSON.stringify(layerDocument(block))) as unknown;
    expect(layerDocument(parseLayer(document))).toEqual(document);
  });
});
