import { type NdArray, sampleShape } from '@fashion-mnist/core';
import { VisualizeError } from '../errors.ts';
import type { GrayPicture } from './encode-png.ts';

/** Which image `tileImages` puts at which place. */
export interface TileImagesOptions {
  /** Which image stands at each place, row by row; an index beyond the images leaves the place black. */
  readonly indices: readonly number[];
  /** Places per row, at least 1. */
  readonly columns: number;
}

/**
 * Images side by side on one picture.
 *
 * @param images - Shape `[imageCount, height, width]`; borrowed.
 * @returns A grey picture, shape `[ceil(indices.length / columns) * height, columns * width]`.
 * @throws {VisualizeError} `E_OPTION` - `columns` is not a whole number >= 1; `E_SHAPE` - not images.
 */
export function tileImages(
  images: NdArray<Uint8Array>,
  { indices, columns }: TileImagesOptions,
): GrayPicture {
  if (!Number.isInteger(columns) || columns < 1) {
    throw new VisualizeError('E_OPTION', `columns: expected a whole number >= 1, got ${columns}`);
  }
  const [imageCount = 0, height = 0, width = 0] = images.shape;
  if (images.shape.length !== 3 || sampleShape(images).featureCount !== height * width) {
    throw new VisualizeError(
      'E_SHAPE',
      `expected images [count, height, width], got [${images.shape.join(', ')}]`,
    );
  }
  const sheetWidth = columns * width;
  const sheetHeight = Math.ceil(indices.length / columns) * height;
  const sheet = new Uint8Array(sheetWidth * sheetHeight);
  indices.forEach((image, place) => {
    if (image >= imageCount) return;
    const top = Math.floor(place / columns) * height;
    const left = (place % columns) * width;
    for (let row = 0; row < height; row++) {
      const from = (image * height + row) * width;
      sheet.set(images.data.subarray(from, from + width), (top + row) * sheetWidth + left);
    }
  });
  return { data: sheet, shape: [sheetHeight, sheetWidth] };
}
