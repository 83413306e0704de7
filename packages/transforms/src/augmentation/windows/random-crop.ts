import { type NdArray, type OptionRules, orNull, type ResolvedOptions, whole } from '@fashion-mnist/core';
import { TransformError } from '../../errors.ts';
import { blankPixels, imageShape, type Pixels } from '../../images/images.ts';
import { requirePixelValue } from '../../images/require-pixel-value.ts';
import { resolveOperationOptions } from '../../options/resolve-options.ts';
import { imageRandom } from '../../random/image-random.ts';
import type { RandomOptions } from '../../random/random-options.ts';
import { splitRandomOptions } from '../../random/split-random-options.ts';
import { type CanvasEdit, editOnCanvas } from '../editing/canvas-edit.ts';
import type { PictureSize } from '../editing/picture-size.ts';
import { copyWindow } from './copy-window.ts';
import { PAD_RULES, type PadMode, pad } from './pad.ts';

/** The parts that `randomCrop` keeps. */
export interface RandomCropOptions {
  /** Whole pixels that each side gets before. @default 4 */
  readonly padding?: number | undefined;
  /** Rows that are kept; null for as many as the image has. @default null */
  readonly height?: number | null | undefined;
  /** Columns that are kept; null for as many as the image has. @default null */
  readonly width?: number | null | undefined;
  /** What the padding holds: `fill`, or the image mirrored; see `pad`. @default 'constant' */
  readonly mode?: PadMode | undefined;
  /** Value of the padding, of the mode `'constant'`. @default 0 */
  readonly fill?: number | undefined;
}

export const RANDOM_CROP_RULES: OptionRules<RandomCropOptions> = {
  padding: PAD_RULES.pixels,
  height: orNull(whole(1, { min: 1 })),
  width: orNull(whole(1, { min: 1 })),
  mode: PAD_RULES.mode,
  fill: PAD_RULES.fill,
};

/**
 * A part of each image, padded before, at a place by chance, all places alike likely.
 *
 * @param images - Shape `[imageCount, height, width]`; borrowed.
 * @returns Shape `[imageCount, height, width]`, both those of the options, or of the images where these are null.
 * @throws {TransformError} `E_OPTION` - an option outside its range, a fill that images of bytes cannot hold, a part larger
 *   than the padded images, or not one index for each image; `E_SHAPE` - no images.
 * @remarks Crop before images are normalised: 0 is black before, the mean after.
 * @see torchvision.transforms.RandomCrop
 */
export function randomCrop<P extends Pixels>(
  images: NdArray<P>,
  options: RandomCropOptions & RandomOptions = {},
): NdArray<P> {
  const { random, own } = splitRandomOptions(options);
  const resolved = resolveOperationOptions('randomCrop', RANDOM_CROP_RULES, own);
  const { padding, mode, fill } = resolved;
  requirePixelValue('randomCrop.fill', fill, images);
  const shape = imageShape('randomCrop', images);
  if (isMoveOnly(shape, resolved))
    return editOnCanvas('randomCrop', images, random, randomCropEdit(resolved));
  const { height, width } = { ...shape, ...givenSizes(resolved) };
  const padded = padding === 0 ? images : pad(images, { pixels: padding, mode, fill });
  return randomWindows(padded, { height, width }, random);
}

/** Whether a crop gives images of the same size over `fill`, so that each is only moved. */
export function isMoveOnly(
  size: PictureSize,
  { height, width, mode, padding }: ResolvedOptions<RandomCropOptions>,
): boolean {
  const isSameSize = (height ?? size.height) === size.height && (width ?? size.width) === size.width;
  return isSameSize && (mode === 'constant' || padding === 0);
}

/** Crops an image where that only moves it, see `isMoveOnly`; draws the row, then the column. */
export function randomCropEdit({ padding, fill }: ResolvedOptions<RandomCropOptions>): CanvasEdit {
  const places = 2 * padding + 1;
  return (canvas, random) => {
    const down = padding - random.nextInt(places);
    const right = padding - random.nextInt(places);
    canvas.move(right, down, fill);
  };
}

function givenSizes({ height, width }: ResolvedOptions<RandomCropOptions>): Partial<PictureSize> {
  return { ...(height === null ? {} : { height }), ...(width === null ? {} : { width }) };
}

function randomWindows<P extends Pixels>(
  images: NdArray<P>,
  { height, width }: PictureSize,
  options: RandomOptions,
): NdArray<P> {
  const padded = imageShape('randomCrop', images);
  if (height > padded.height || width > padded.width)
    throw new TransformError(
      'E_OPTION',
      `randomCrop: expected at most ${padded.height} x ${padded.width} pixels, as the padded images have, got ${height} x ${width}`,
    );
  const random = imageRandom('randomCrop', options, padded.imageCount);
  const data = blankPixels(images.data, padded.imageCount * height * width);
  for (let image = 0; image < padded.imageCount; image++) {
    random.start(image);
    const top = random.nextInt(padded.height - height + 1);
    const left = random.nextInt(padded.width - width + 1);
    const from = (image * padded.height + top) * padded.width + left;
    copyWindow(images.data, from, padded.width, data, image * height * width, width, height, width);
  }
  return { data, shape: [padded.imageCount, height, width] };
}
