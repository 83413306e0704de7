import { type NdArray, type OptionRules } from '@fashion-mnist/core';
import { blankPixels, type Pixels, requirePixels } from '../images/images.ts';
import { pixelFactor } from '../options/float32-rule.ts';
import { resolveOperationOptions } from '../options/resolve-options.ts';
import { blend } from './blend.ts';

/** How bright `brightness` makes pictures. */
export interface BrightnessOptions {
  /** What pixels are multiplied by, `0..1e30`: 0 makes all black, 2 twice as bright. @default 1, unchanged */
  readonly factor?: number | undefined;
}

export const BRIGHTNESS_RULES: OptionRules<BrightnessOptions> = { factor: pixelFactor(1) };

/**
 * Brighter or darker pictures: every pixel times a factor.
 *
 * @param images - Any shape, bytes or float32 of 0..1, so before `normalize`; borrowed.
 * @returns New pixels of the same kind and shape: bytes truncated and kept in 0..255, float32 kept in 0..1, bit for bit what
 *   torchvision computes on tensors.
 * @throws {TransformError} `E_OPTION` - the factor is not a number >= 0; `E_SHAPE` - no pixels, or they do not fit the shape.
 * @see torchvision.transforms.functional.adjust_brightness
 */
export function brightness<P extends Pixels>(
  images: NdArray<P>,
  options: BrightnessOptions = {},
): NdArray<P> {
  const { factor } = resolveOperationOptions('brightness', BRIGHTNESS_RULES, options);
  requirePixels('brightness', images);
  const data = blankPixels(images.data, images.data.length);
  blend(images.data, data, { start: 0, end: data.length }, factor, 0);
  return { data, shape: images.shape };
}
