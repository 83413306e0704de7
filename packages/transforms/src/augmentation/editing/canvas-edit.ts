import type { NdArray } from '@fashion-mnist/core';
import { imageShape, type Pixels } from '../../images/images.ts';
import { type ImageRandom, imageRandom } from '../../random/image-random.ts';
import type { RandomOptions } from '../../random/random-options.ts';
import { type Canvas, pixelCanvas } from './canvas.ts';

/** Changes one image. Draws what it needs from the random numbers of this image, and allocates nothing. */
export type CanvasEdit = (canvas: Canvas, random: ImageRandom) => void;

/** Images that are the same but for an edit of each. */
export function editOnCanvas<P extends Pixels>(
  operation: string,
  images: NdArray<P>,
  options: RandomOptions,
  edit: CanvasEdit,
): NdArray<P> {
  const { imageCount, height, width } = imageShape(operation, images);
  const random = imageRandom(operation, options);
  const data = images.data.slice() as P;
  const canvas = pixelCanvas(data, { height, width });
  const size = height * width;
  const editedCount = size === 0 ? 0 : imageCount;
  for (let image = 0; image < editedCount; image++) {
    random.start(image);
    canvas.goTo(image * size);
    edit(canvas, random);
  }
  return { data, shape: images.shape };
}
