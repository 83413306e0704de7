import { type NdArray, type OptionRules } from '@fashion-mnist/core';
import type { Pixels } from '../images/images.ts';
import { pixelFactor } from '../options/float32-rule.ts';
import { resolveOperationOptions } from '../options/resolve-options.ts';
import type { RandomOptions } from '../random/random-options.ts';
import { splitRandomOptions } from '../random/split-random-options.ts';
import { blend } from './blend.ts';
import { jitter } from './jitter.ts';

/** What `randomBrightness` draws from. */
export interface RandomBrightnessOptions {
  /** Factors are `max(0, 1 - amount)..1 + amount`; `0..1e30`. @default 0.2 */
  readonly amount?: number | undefined;
}

export const RANDOM_BRIGHTNESS_RULES: OptionRules<RandomBrightnessOptions> = {
  amount: pixelFactor(0.2),
};

/**
 * Each picture as `brightness` makes it, by a factor of its own that is drawn uniformly.
 *
 * @param images - Shape `[imageCount, height, width]`, bytes or float32 of 0..1, so before `normalize`; borrowed.
 * @returns New pixels of the same kind and shape.
 * @throws {TransformError} `E_OPTION` - an option outside its range; `E_SHAPE` - no pictures.
 * @see torchvision.transforms.ColorJitter(brightness=amount)
 */
export function randomBrightness<P extends Pixels>(
  images: NdArray<P>,
  options: RandomBrightnessOptions & RandomOptions = {},
): NdArray<P> {
  const { random, own } = splitRandomOptions(options);
  const { amount } = resolveOperationOptions('randomBrightness', RANDOM_BRIGHTNESS_RULES, own);
  return jitter('randomBrightness', images, amount, random, (pixels, changed, span, factor) =>
    blend(pixels, changed, span, factor, 0),
  );
}
