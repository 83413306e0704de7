import { type NdArray, type OptionRules } from '@fashion-mnist/core';
import type { Pixels } from '../images/images.ts';
import { pixelFactor } from '../options/float32-rule.ts';
import { resolveOperationOptions } from '../options/resolve-options.ts';
import type { RandomOptions } from '../random/random-options.ts';
import { splitRandomOptions } from '../random/split-random-options.ts';
import { stretch } from './contrast.ts';
import { jitter } from './jitter.ts';

/** What `randomContrast` draws from. */
export interface RandomContrastOptions {
  /** Factors are `max(0, 1 - amount)..1 + amount`; `0..1e30`. @default 0.2 */
  readonly amount?: number | undefined;
}

export const RANDOM_CONTRAST_RULES: OptionRules<RandomContrastOptions> = { amount: pixelFactor(0.2) };

/**
 * Each picture as `contrast` makes it, by a factor of its own that is drawn uniformly.
 *
 * @param images - Shape `[imageCount, height, width]`, bytes or float32 of 0..1, so before `normalize`; borrowed.
 * @returns New pixels of the same kind and shape.
 * @throws {TransformError} `E_OPTION` - an option outside its range; `E_SHAPE` - no pictures.
 * @see torchvision.transforms.ColorJitter(contrast=amount)
 */
export function randomContrast<P extends Pixels>(
  images: NdArray<P>,
  options: RandomContrastOptions & RandomOptions = {},
): NdArray<P> {
  const { random, own } = splitRandomOptions(options);
  const { amount } = resolveOperationOptions('randomContrast', RANDOM_CONTRAST_RULES, own);
  return jitter('randomContrast', images, amount, random, stretch);
}
