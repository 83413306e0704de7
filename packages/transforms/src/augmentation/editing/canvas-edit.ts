import type { NdArray } from '@fashion-mnist/core';
import type { Pixels } from '../../images/images.ts';
import type { ImageRandom } from '../../random/image-random.ts';
import type { RandomOptions } from '../../random/random-options.ts';
import { type Canvas, pixelCanvas } from './canvas.ts';
import { editBlocks } from './edit-blocks.ts';

/** Changes one image. Draws what it needs from the random numbers of this image, and allocates nothing. */
export type CanvasEdit = (canvas: Canvas, random: ImageRandom) => void;

/** Images that are the same but for an edit of each. */
export function editOnCanvas<P extends Pixels>(
  operation: string,
  images: NdArray<P>,
  options: RandomOptions,
  edit: CanvasEdit,
): NdArray<P> {
  return editBlocks(operation, images, options, (block, size) => {
    const canvas = pixelCanvas(block, size);
    return (start, random) => {
      canvas.goTo(start);
      edit(canvas, random);
    };
  });
}
