import { type NdArray, type OptionRules, type ResolvedOptions, real } from '@fashion-mnist/core';
import type { Pixels } from '../../images/images.ts';
import { resolveOperationOptions } from '../../options/resolve-options.ts';
import type { RandomOptions } from '../../random/random-options.ts';
import { splitRandomOptions } from '../../random/split-random-options.ts';
import { type CanvasEdit, editOnCanvas } from '../editing/canvas-edit.ts';
import { FLIP_RULES, type FlipOptions, flipEdit } from './flip.ts';

/** How, and how often, `randomFlip` mirrors. */
export interface RandomFlipOptions extends FlipOptions {
  /** How often an image is flipped, `0..1`. @default 0.5 */
  readonly probability?: number | undefined;
}

export const RANDOM_FLIP_RULES: OptionRules<RandomFlipOptions> = {
  ...FLIP_RULES,
  probability: real(0.5, { min: 0, max: 1 }),
};

/**
 * Images, some of them mirrored, each by chance.
 *
 * @param images - Shape `[imageCount, height, width]`; borrowed.
 * @throws {TransformError} `E_OPTION` - an option outside its range, or not one index for each image; `E_SHAPE` - no
 *   images, or one of 2^31 pixels or more.
 * @see torchvision.transforms.RandomHorizontalFlip, RandomVerticalFlip
 */
export function randomFlip<P extends Pixels>(
  images: NdArray<P>,
  options: RandomFlipOptions & RandomOptions = {},
): NdArray<P> {
  const { random, own } = splitRandomOptions(options);
  const resolved = resolveOperationOptions('randomFlip', RANDOM_FLIP_RULES, own);
  return editOnCanvas('randomFlip', images, random, randomFlipEdit(resolved));
}

/** Mirrors an image, or leaves it; draws one number. */
export function randomFlipEdit({ probability, axis }: ResolvedOptions<RandomFlipOptions>): CanvasEdit {
  const flip = flipEdit({ axis });
  return (canvas, random) => {
    if (random.nextFloat() < probability) flip(canvas, random);
  };
}
