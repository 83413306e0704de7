import type { NdArray } from '@fashion-mnist/core';
import { TransformError } from '../../errors.ts';
import { blankPixels, imageShape, type Pixels } from '../../images/images.ts';
import { type ImageRandom, imageRandom } from '../../random/image-random.ts';
import type { RandomOptions } from '../../random/random-options.ts';
import type { PictureSize } from './picture-size.ts';

/** Changes the image that begins at a place of a block. */
export type EditAt = (start: number, random: ImageRandom) => void;

/** Places in a block are below this. */
const MOST_PLACES = 2 ** 31 - 1;

/** Images in a block, where they are small. */
const MOST_IMAGES = 1024;

/**
 * Images that are the same but for an edit of each, some of them after the other in a block of their own, so that the places
 * of its pixels need no more than 31 bits.
 *
 * @param editBlock - What edits the images of a block; called once for each block.
 * @throws {TransformError} `E_OPTION` - random numbers that there are not. `E_SHAPE` - no images, or too large ones.
 */
export function editBlocks<P extends Pixels>(
  operation: string,
  images: NdArray<P>,
  options: RandomOptions,
  editBlock: (block: Pixels, size: PictureSize) => EditAt,
): NdArray<P> {
  const { imageCount, height, width } = imageShape(operation, images);
  const random = imageRandom(operation, options, imageCount);
  const blockLength = imagesPerBlock(operation, { height, width });
  const size = height * width;
  const data = blankPixels(images.data, images.data.length);
  data.set(images.data);
  const editedCount = size === 0 ? 0 : imageCount;
  for (let first = 0; first < editedCount; first += blockLength) {
    const block = data.subarray(first * size, (first + blockLength) * size);
    const edit = editBlock(block, { height, width });
    for (let image = first, start = 0; start < block.length; image++, start += size) {
      random.start(image);
      edit(start, random);
    }
  }
  return { data, shape: images.shape };
}

/**
 * How many images of a size make a block.
 *
 * @throws {TransformError} `E_SHAPE` - not even one does.
 */
export function imagesPerBlock(operation: string, { height, width }: PictureSize): number {
  const size = height * width;
  if (size > MOST_PLACES)
    throw new TransformError(
      'E_SHAPE',
      `${operation}: expected images of fewer than 2^31 pixels, got ${height} x ${width}; cut them into parts`,
    );
  return Math.min(MOST_IMAGES, Math.floor(MOST_PLACES / Math.max(1, size)));
}
