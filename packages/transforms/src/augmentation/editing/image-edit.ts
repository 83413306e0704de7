import type { NdArray } from '@fashion-mnist/core';
import { imageShape, type Pixels } from '../../images/images.ts';
import { type ImageRandom, imageRandom } from '../../random/image-random.ts';
import type { RandomOptions } from '../../random/random-options.ts';

/**
 * Changes one image in place: its pixels begin at `start`, and end before 2^31. Draws what it needs from the random numbers
 * of this image and allocates nothing, so that a pipeline can do several edits on an image while it is in the cache.
 *
 * Loops of edits compute places with `| 0`: it spares a check that they stay whole, which is half of the time of a copy.
 */
export type ImageEdit = (pixels: Pixels, start: number, random: ImageRandom) => void;

/** Images that are seen as one array, whose places then need no more than 31 bits. */
const BLOCK = 1024;

/** Images that are the same but for an edit of each. */
export function editImages<P extends Pixels>(
  operation: string,
  images: NdArray<P>,
  options: RandomOptions,
  edit: ImageEdit,
): NdArray<P> {
  const { imageCount, height, width } = imageShape(operation, images);
  const random = imageRandom(operation, options);
  const data = images.data.slice() as P;
  const size = height * width;
  const editedCount = size === 0 ? 0 : imageCount;
  for (let first = 0; first < editedCount; first += BLOCK) {
    const block = data.subarray(first * size, (first + BLOCK) * size);
    for (let start = 0; start < block.length; start += size) {
      random.start(first + start / size);
      edit(block, start, random);
    }
  }
  return { data, shape: images.shape };
}
