import { type NdArray, type OptionRules, type ResolvedOptions, whole } from '@fashion-mnist/core';
import { imageShape, type Pixels } from '../../images/images.ts';
import { requirePixelValue } from '../../images/require-pixel-value.ts';
import { float32 } from '../../options/float32-rule.ts';
import { resolveOperationOptions } from '../../options/resolve-options.ts';
import type { RandomOptions } from '../../random/random-options.ts';
import { splitRandomOptions } from '../../random/split-random-options.ts';
import { type CanvasEdit, editOnCanvas } from '../editing/canvas-edit.ts';
import type { PictureSize } from '../editing/picture-size.ts';
import type { Box } from './box.ts';

/** The squares that `cutout` cuts. */
export interface CutoutOptions {
  /** Side of a square in pixels. @default 14 */
  readonly size?: number | undefined;
  /** Squares an image. @default 1 */
  readonly count?: number | undefined;
  /** What the pixels of a square become. @default 0 */
  readonly fill?: number | undefined;
}

export const CUTOUT_RULES: OptionRules<CutoutOptions> = {
  size: whole(14, { min: 1, max: 2 ** 30 }),
  count: whole(1, { min: 0, max: 10_000 }),
  fill: float32(0),
};

/**
 * Images with squares of one value. The middle of a square is any pixel, all alike likely, so that a part of it may lie
 * outside; the first row of a square is `size / 2`, rounded down, above its middle.
 *
 * @param images - Shape `[imageCount, height, width]`; borrowed.
 * @throws {TransformError} `E_OPTION` - an option outside its range, a fill that images of bytes cannot hold, or not one
 *   index for each image; `E_SHAPE` - no images, or one of 2^31 pixels or more.
 * @remarks The paper cuts after images are normalised, where 0 is the mean. Its 16 pixels of CIFAR's 32 are 14 of 28.
 * @see DeVries & Taylor 2017, "Improved regularization of convolutional neural networks with cutout"
 */
export function cutout<P extends Pixels>(
  images: NdArray<P>,
  options: CutoutOptions & RandomOptions = {},
): NdArray<P> {
  const { random, own } = splitRandomOptions(options);
  const resolved = resolveOperationOptions('cutout', CUTOUT_RULES, own);
  requirePixelValue('cutout.fill', resolved.fill, images);
  return editOnCanvas('cutout', images, random, cutoutEdit(resolved, imageShape('cutout', images)));
}

/** Cuts squares out of an image; draws for each the row of its middle, then the column. */
export function cutoutEdit(
  { size, count, fill }: ResolvedOptions<CutoutOptions>,
  { height, width }: PictureSize,
): CanvasEdit {
  const box: Box = { top: 0, left: 0, height: 0, width: 0 };
  const half = Math.floor(size / 2);
  return (canvas, random) => {
    for (let square = 0; square < count; square++) {
      const top = random.nextInt(height) - half;
      const left = random.nextInt(width) - half;
      box.top = Math.max(0, top);
      box.left = Math.max(0, left);
      box.height = Math.min(height, top + size) - box.top;
      box.width = Math.min(width, left + size) - box.left;
      canvas.fillBox(box, fill);
    }
  };
}
