import type { NdArray, ResolvedOptions } from '@fashion-mnist/core';
import { imageShape, type Pixels } from '../../images/images.ts';
import { requirePixelValue } from '../../images/require-pixel-value.ts';
import { resolveOperationOptions } from '../../options/resolve-options.ts';
import type { RandomOptions } from '../../random/random-options.ts';
import { splitRandomOptions } from '../../random/split-random-options.ts';
import { type CanvasEdit, editOnCanvas } from '../editing/canvas-edit.ts';
import type { PictureSize } from '../editing/picture-size.ts';
import type { Box } from './box.ts';
import { erasingDraw } from './erasing-draw.ts';
import { RANDOM_ERASING_RULES, type RandomErasingOptions } from './random-erasing-options.ts';

/**
 * Images, some of them with a rectangle of one value, each by chance. The defaults are torchvision's, see
 * `TORCHVISION_ERASING`; the paper's code has others, see `PAPER_ERASING`.
 *
 * @param images - Shape `[imageCount, height, width]`; borrowed.
 * @throws {TransformError} `E_OPTION` - an option outside its range, a value that images of bytes cannot hold, or not one
 *   index for each image; `E_SHAPE` - no images, or one of 2^31 pixels or more.
 * @see Zhong, Zheng, Kang, Li & Yang 2017, "Random erasing data augmentation"; torchvision.transforms.RandomErasing
 */
export function randomErasing<P extends Pixels>(
  images: NdArray<P>,
  options: RandomErasingOptions & RandomOptions = {},
): NdArray<P> {
  const { random, own } = splitRandomOptions(options);
  const resolved = resolveOperationOptions('randomErasing', RANDOM_ERASING_RULES, own);
  requirePixelValue('randomErasing.value', resolved.value, images);
  const edit = randomErasingEdit(resolved, imageShape('randomErasing', images));
  return editOnCanvas('randomErasing', images, random, edit);
}

/** Erases a rectangle of an image, or leaves it; draws as `ErasingDraw` says. */
export function randomErasingEdit(
  options: ResolvedOptions<RandomErasingOptions>,
  size: PictureSize,
): CanvasEdit {
  const box: Box = { top: 0, left: 0, height: 0, width: 0 };
  const draw = erasingDraw(size, options);
  return (canvas, random) => {
    if (draw(random, box)) canvas.fillBox(box, options.value);
  };
}
