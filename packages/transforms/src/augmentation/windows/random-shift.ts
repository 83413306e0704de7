import { type NdArray, type OptionRules, type ResolvedOptions, whole } from '@fashion-mnist/core';
import type { Pixels } from '../../images/images.ts';
import { requirePixelValue } from '../../images/require-pixel-value.ts';
import { float32 } from '../../options/float32-rule.ts';
import { resolveOperationOptions } from '../../options/resolve-options.ts';
import type { RandomOptions } from '../../random/random-options.ts';
import { splitRandomOptions } from '../../random/split-random-options.ts';
import { type CanvasEdit, editOnCanvas } from '../editing/canvas-edit.ts';

/** How far `randomShift` moves images. */
export interface RandomShiftOptions {
  /** The most whole pixels that an image moves in any direction, `0..2^30`. @default 2 */
  readonly pixels?: number | undefined;
  /** Value of the pixels that come in. @default 0 */
  readonly fill?: number | undefined;
}

export const RANDOM_SHIFT_RULES: OptionRules<RandomShiftOptions> = {
  pixels: whole(2, { min: 0, max: 2 ** 30 }),
  fill: float32(0),
};

/**
 * Images moved by whole pixels, each by chance: to the right and down by any number in `-pixels..pixels`, all alike likely.
 * The defaults are those of the capsule network's training.
 *
 * @param images - Shape `[imageCount, height, width]`; borrowed.
 * @throws {TransformError} `E_OPTION` - an option outside its range, a fill that images of bytes cannot hold, or not one
 *   index for each image; `E_SHAPE` - no images, or one of 2^31 pixels or more.
 * @see Sabour, Frosst & Hinton 2017, "Dynamic routing between capsules", section 5: "shifted by up to 2 pixels in each
 *   direction with zero padding".
 */
export function randomShift<P extends Pixels>(
  images: NdArray<P>,
  options: RandomShiftOptions & RandomOptions = {},
): NdArray<P> {
  const { random, own } = splitRandomOptions(options);
  const resolved = resolveOperationOptions('randomShift', RANDOM_SHIFT_RULES, own);
  requirePixelValue('randomShift.fill', resolved.fill, images);
  const edit = randomShiftEdit(resolved);
  return editOnCanvas('randomShift', images, random, edit);
}

/** Moves an image; draws how far to the right, then how far down. */
export function randomShiftEdit({ pixels: most, fill }: ResolvedOptions<RandomShiftOptions>): CanvasEdit {
  const choices = 2 * most + 1;
  return (canvas, random) => {
    const right = random.nextInt(choices) - most;
    const down = random.nextInt(choices) - most;
    canvas.move(right, down, fill);
  };
}
