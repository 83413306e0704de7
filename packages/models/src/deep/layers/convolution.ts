import { flag, type OptionRules, whole } from '@fashion-mnist/core';
import { ModelsError } from '../../errors.ts';
import { convolutionSum } from '../fused/convolution-sum.ts';
import { type FusedActivation, fusedActivationRule } from '../fused/fused-activation.ts';
import { HE_NORMAL, type Initializer } from '../initializers/initializer.ts';
import { initializerRule } from '../initializers/initializer-rule.ts';
import { createLayer } from './create-layer.ts';
import type { Layer } from './layer.ts';
import { type Extent, extentRule, heightAndWidth, required, resolveLayerOptions } from './layer-options.ts';
import { biasSpec, kernelSpec } from './parameter-specs.ts';
import { imageShape, type Shape, shapeError } from './shape.ts';
import { type Padding, paddingRule, windowPositions } from './window.ts';

/** Options of a convolution. */
export interface ConvolutionOptions {
  /** How many channels it gives. */
  readonly filters: number;
  /** Pixels of the window. */
  readonly size: Extent;
  /** Pixels from one place of the window to the next. @default 1 */
  readonly stride?: Extent;
  /** What is around the image. @default 'same' */
  readonly padding?: Padding;
  /** Pixels from one weight of the window to the next; strides are 1 where it is more. @default 1 */
  readonly dilation?: Extent;
  /** In how many parts channels are cut, each convolved by itself; divides both channels and filters. @default 1 */
  readonly groups?: number;
  /** Whether a number is added to each channel. @default true */
  readonly bias?: boolean;
  /** What is done to each value at last. @default 'linear' */
  readonly activation?: FusedActivation;
  /** Of the kernel; the bias begins with 0. @default He normal */
  readonly initializer?: Initializer;
}

const RULES: OptionRules<ConvolutionOptions> = {
  filters: required(whole(1, { min: 1 })),
  size: required(extentRule(1)),
  stride: extentRule(1),
  padding: paddingRule('same'),
  dilation: extentRule(1),
  groups: whole(1, { min: 1 }),
  bias: flag(true),
  activation: fusedActivationRule,
  initializer: initializerRule(HE_NORMAL),
};

/**
 * Convolves images: each value is a weighted sum of a window, with the same weights at every place.
 *
 * @returns A layer from `[height, width, channels]` to `[height', width', filters]`; parameters `kernel`
 * `[...size, channels / groups, filters]` and `bias` `[filters]`.
 * @throws {ModelsError} `E_OPTION` - options outside their ranges.
 */
export function convolution(options: ConvolutionOptions): Layer {
  const resolved = resolveLayerOptions('convolution', RULES, options);
  const { filters, size, stride, padding, dilation, groups, bias, activation, initializer } = resolved;
  requireFit(resolved);
  const geometry = {
    strides: heightAndWidth(stride),
    pad: padding,
    dilations: heightAndWidth(dilation),
  };
  const outputShape = (input: Shape): Shape => {
    const image = imageShape('convolution', input);
    if (image[2] % groups !== 0)
      throw shapeError('convolution', `[height, width, a multiple of ${groups} (its groups)]`, input);
    return [...windowPositions('convolution', image, resolved), filters];
  };
  const kernelShape = (input: Shape): Shape => {
    const channels = imageShape('convolution', input)[2];
    return [...heightAndWidth(size), channels / groups, filters];
  };
  return createLayer({
    kind: 'convolution',
    options: resolved,
    outputShape,
    parameters: (input) => [
      kernelSpec(kernelShape(input), initializer),
      ...(bias ? [biasSpec(filters)] : []),
    ],
    multiplyAdds: (input) => {
      const [height, width] = imageShape('convolution', outputShape(input));
      return kernelShape(input).reduce((product, each) => product * each, height * width);
    },
    apply: (x, scope) =>
      convolutionSum(
        x,
        { kernel: scope.parameter('kernel'), bias: bias ? scope.parameter('bias') : undefined },
        { ...geometry, groups },
        { activation, isInput: x === scope.input },
      ),
  });
}

function requireFit({ filters, stride, dilation, groups }: Required<ConvolutionOptions>): void {
  if (filters % groups !== 0)
    throw new ModelsError(
      'E_OPTION',
      `convolution.groups: expected a divisor of ${filters} filters, got ${groups}`,
    );
  const isStrided = heightAndWidth(stride).some((each) => each > 1);
  if (isStrided && heightAndWidth(dilation).some((each) => each > 1))
    throw new ModelsError('E_OPTION', 'convolution.dilation: expected 1 with a stride of more than 1');
}
