import { type NdArray, type OptionRules, orNull, whole } from '@fashion-mnist/core';
import { TransformError } from '../../errors.ts';
import { blankPixels, imageShape, type Pixels } from '../../images/images.ts';
import { resolveOperationOptions } from '../../options/resolve-options.ts';
import { copyWindow } from './copy-window.ts';

/** Which part `crop` keeps. */
export interface CropOptions {
  /** Rows above what is kept. @default 0 */
  readonly top?: number | undefined;
  /** Columns to the left of what is kept. @default 0 */
  readonly left?: number | undefined;
  /** Rows that are kept; null for all from `top` on. @default null */
  readonly height?: number | null | undefined;
  /** Columns that are kept; null for all from `left` on. @default null */
  readonly width?: number | null | undefined;
}

export const CROP_RULES: OptionRules<CropOptions> = {
  top: whole(0, { min: 0 }),
  left: whole(0, { min: 0 }),
  height: orNull(whole(1, { min: 1 })),
  width: orNull(whole(1, { min: 1 })),
};

/**
 * The same part of all images; exact.
 *
 * @param images - Shape `[imageCount, height, width]`; borrowed.
 * @returns Shape `[imageCount, height, width]`, both those of the part.
 * @throws {TransformError} `E_OPTION` - an option outside its range, or a part that reaches beyond the images or has no pixel;
 *   `E_SHAPE` - no images.
 * @see torchvision.transforms.functional.crop, which pads in silence what reaches beyond
 */
export function crop<P extends Pixels>(images: NdArray<P>, options: CropOptions = {}): NdArray<P> {
  const shape = imageShape('crop', images);
  const { top, left, ...sizes } = resolveOperationOptions('crop', CROP_RULES, options);
  const height = sizes.height ?? shape.height - top;
  const width = sizes.width ?? shape.width - left;
  if (!isWithin(top, height, shape.height) || !isWithin(left, width, shape.width))
    throw new TransformError(
      'E_OPTION',
      `crop: expected a part of ${shape.height} x ${shape.width} pixels, got ${height} x ${width} from row ${top}, column ${left} on`,
    );
  const data = blankPixels(images.data, shape.imageCount * height * width);
  const size = shape.height * shape.width;
  for (let image = 0; image < shape.imageCount; image++) {
    const from = image * size + top * shape.width + left;
    copyWindow(images.data, from, shape.width, data, image * height * width, width, height, width);
  }
  return { data, shape: [shape.imageCount, height, width] };
}

/** Whether there are so many rows or columns from the first on: at least one, unless there are none at all. */
function isWithin(first: number, count: number, size: number): boolean {
  return first + count <= size && (count > 0 || count === size);
}
