import type { NdArray } from '@fashion-mnist/core';
import { imageShape, type Pixels } from '../../images/images.ts';
import { type ImageRandom, imageRandom } from '../../random/image-random.ts';
import type { RandomOptions } from '../../random/random-options.ts';

/**
 * Changes one image in place: its pixels begin at `start`. Draws what it needs from the random numbers of this image and
 * allocates nothing, so that a pipeline can do several edits on an image while it is in the processor's cache.
 */
export type ImageEdit = (pixels: Pixels, start: number, random: ImageRandom) => void;

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
  for (let image = 0; image < editedCount; image++) {
    random.start(image);
    edit(data, image * size, random);
  }
  return { data, shape: images.shape };
}
