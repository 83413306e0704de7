import type { NdArray } from '@fashion-mnist/core';
import { blankPixels, imageShape, type Pixels } from '../images/images.ts';
import { imageRandom } from '../random/image-random.ts';
import type { RandomOptions } from '../random/random-options.ts';
import type { PixelSpan } from './blend.ts';

/** Changes one picture by a factor. */
export type Change = (pixels: Pixels, changed: Pixels, span: PixelSpan, factor: number) => void;

/** Changes each picture by a factor of its own, uniform in `max(0, 1 - amount)..1 + amount`. */
export function jitter<P extends Pixels>(
  operation: string,
  images: NdArray<P>,
  amount: number,
  randomOptions: RandomOptions,
  change: Change,
): NdArray<P> {
  const { imageCount, height, width } = imageShape(operation, images);
  const random = imageRandom(operation, randomOptions, imageCount);
  const size = height * width;
  const data = blankPixels(images.data, images.data.length);
  for (let image = 0; image < imageCount; image++) {
    random.start(image);
    const factor = random.nextBetween(Math.max(0, 1 - amount), 1 + amount);
    change(images.data, data, { start: image * size, end: (image + 1) * size }, factor);
  }
  return { data, shape: images.shape };
}
