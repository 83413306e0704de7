import { elementCount, flag, type OptionRules, orNull, whole } from '@fashion-mnist/core';
import { depthwiseSum } from '../fused/convolution-sum.ts';
import { type FusedActivation, fusedActivationRule } from '../fused/fused-activation.ts';
import { HE_NORMAL, type Initializer } from '../initializers/initializer.ts';
import { initializerRule } from '../initializers/initializer-rule.ts';
import { createLayer } from './create-layer.ts';
import type { Layer } from './layer.ts';
import { type Extent, extentRule, heightAndWidth, required, resolveLayerOptions } from './layer-options.ts';
import { biasSpec, kernelSpec } from './parameter-specs.ts';
import { imageShape, type Shape } from './shape.ts';
import { type Padding, paddingRule, windowPositions } from './window.ts';

/** Options of a depthwise convolution. */
export interface DepthwiseConvolutionOptions {
  /** Pixels of the window. */
  readonly size: Extent;
  /** Pixels from one place of the window to the next. @default 1 */
  readonly stride?: Extent;
  /** What is around the image. @default 'same' */
  readonly padding?: Padding;
  /** How many channels are made of each. @default 1 */
  readonly multiplier?: number;
  /** Whether a number is added to each channel. @default true */
  readonly bias?: boolean;
  /** What is done to each value at last. @default 'linear' */
  readonly activation?: FusedActivation;
  /** Of the kernel; `null` is He normal with the window as fan-in, as each channel sees one. @default null */
  readonly initializer?: Initializer | null;
}

const KIND = 'depthwise-convolution';

const RULES: OptionRules<DepthwiseConvolutionOptions> = {
  size: required(extentRule(1)),
  stride: extentRule(1),
  padding: paddingRule('same'),
  multiplier: whole(1, { min: 1 }),
  bias: flag(true),
  activation: fusedActivationRule,
  initializer: orNull(initializerRule(HE_NORMAL)),
};

/**
 * Convolves each channel of images by itself.
 *
 * @returns A layer from `[height, width, channels]` to `[height', width', channels * multiplier]`; parameters `kernel`
 * `[...size, channels, multiplier]` and `bias` `[channels * multiplier]`.
 * @throws {ModelsError} `E_OPTION` - options outside their ranges.
 * @see Howard et al. 2017, "MobileNets".
 */
export function depthwiseConvolution(options: DepthwiseConvolutionOptions): Layer {
  const resolved = resolveLayerOptions(KIND, RULES, options);
  const { size, stride, padding, multiplier, bias, activation } = resolved;
  const window = heightAndWidth(size);
  const initializer: Initializer = resolved.initializer ?? {
    kind: 'normal',
    deviation: Math.sqrt(2 / elementCount(window)),
  };
  const geometry = { strides: heightAndWidth(stride), pad: padding, dilations: [1, 1] as [number, number] };
  const outputShape = (input: Shape): Shape => {
    const image = imageShape(KIND, input);
    return [...windowPositions(KIND, image, { size, stride, padding }), image[2] * multiplier];
  };
  return createLayer({
    kind: KIND,
    options: resolved,
    outputShape,
    parameters(input) {
      const channels = imageShape(KIND, input)[2];
      return [
        kernelSpec([...window, channels, multiplier], initializer),
        ...(bias ? [biasSpec(channels * multiplier)] : []),
      ];
    },
    multiplyAdds: (input) => elementCount(outputShape(input)) * elementCount(window),
    apply: (x, scope) =>
      depthwiseSum(
        x,
        { kernel: scope.parameter('kernel'), bias: bias ? scope.parameter('bias') : undefined },
        geometry,
        { activation, isInput: x === scope.input },
      ),
  });
}
