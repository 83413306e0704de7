import { elementCount, type OptionRules, whole } from '@fashion-mnist/core';
import { reshape } from '@tensorflow/tfjs-core';
import { convolutionSum } from '../fused/convolution-sum.ts';
import { HE_NORMAL, type Initializer } from '../initializers/initializer.ts';
import { initializerRule } from '../initializers/initializer-rule.ts';
import { createLayer } from './create-layer.ts';
import type { Layer } from './layer.ts';
import { type Extent, extentRule, heightAndWidth, required, resolveLayerOptions } from './layer-options.ts';
import { biasSpec, kernelSpec } from './parameter-specs.ts';
import { imageShape, type Shape } from './shape.ts';
import { squash } from './squash.ts';
import { windowPositions } from './window.ts';

/** Options of the first layer of capsules. */
export interface PrimaryCapsulesOptions {
  /** How many capsules stand at each place. */
  readonly count: number;
  /** Of the vector of a capsule. */
  readonly dimension: number;
  /** Pixels of the window. */
  readonly size: Extent;
  /** Pixels from one place of the window to the next. @default 1 */
  readonly stride?: Extent;
  /** Of the kernel; the bias begins with 0. @default He normal */
  readonly initializer?: Initializer;
}

const KIND = 'primary-capsules';

const RULES: OptionRules<PrimaryCapsulesOptions> = {
  count: required(whole(1, { min: 1 })),
  dimension: required(whole(1, { min: 1 })),
  size: required(extentRule(1)),
  stride: extentRule(1),
  initializer: initializerRule(HE_NORMAL),
};

/**
 * Makes capsules of images: a convolution without a margin, whose channels are cut into vectors, which are squashed.
 *
 * @returns A layer from `[height, width, channels]` to `[height' * width' * count, dimension]`; parameters `kernel`
 * `[...size, channels, count * dimension]` and `bias` `[count * dimension]`.
 * @throws {ModelsError} `E_OPTION` - options outside their ranges.
 * @see Sabour, Frosst & Hinton 2017, "Dynamic routing between capsules", section 4.
 */
export function primaryCapsules(options: PrimaryCapsulesOptions): Layer {
  const resolved = resolveLayerOptions(KIND, RULES, options);
  const { count, dimension, size, stride, initializer } = resolved;
  const geometry = {
    strides: heightAndWidth(stride),
    pad: 'valid',
    dilations: [1, 1] as [number, number],
    groups: 1,
  } as const;
  const positions = (input: Shape): number =>
    elementCount(windowPositions(KIND, imageShape(KIND, input), { size, stride, padding: 'valid' }));
  const kernelShape = (input: Shape): Shape => [
    ...heightAndWidth(size),
    imageShape(KIND, input)[2],
    count * dimension,
  ];
  return createLayer({
    kind: KIND,
    options: resolved,
    outputShape: (input) => [positions(input) * count, dimension],
    parameters: (input) => [kernelSpec(kernelShape(input), initializer), biasSpec(count * dimension)],
    multiplyAdds: (input) => positions(input) * elementCount(kernelShape(input)),
    apply(x, scope) {
      const weights = { kernel: scope.parameter('kernel'), bias: scope.parameter('bias') };
      const sums = convolutionSum(x, weights, geometry, {
        activation: 'linear',
        isInput: x === scope.input,
      });
      return squash(reshape(sums, [x.shape[0], -1, dimension]));
    },
  });
}
