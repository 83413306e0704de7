import type { NdArray } from '@fashion-mnist/core';
import type { Pixels } from '../../images/images.ts';
import type { ImageRandom } from '../../random/image-random.ts';
import type { RandomOptions } from '../../random/random-options.ts';
import { editBlocks } from './edit-blocks.ts';

/**
 * Changes one image in place: its pixels begin at `start`, and end before 2^31. Draws what it needs from the random numbers
 * of this image and allocates nothing, so that a pipeline can do several edits on an image while it is in the cache.
 *
 * Loops of edits compute places with `| 0`: it spares a check that they stay whole, which is half of the time of a copy.
 */
export type ImageEdit = (pixels: Pixels, start: number, random: ImageRandom) => void;

/** Images that are the same but for an edit of each. */
export function editImages<P extends Pixels>(
  operation: string,
  images: NdArray<P>,
  options: RandomOptions,
  edit: ImageEdit,
): NdArray<P> {
  return editBlocks(operation, images, options, (block) => (start, random) => edit(block, start, random));
}
