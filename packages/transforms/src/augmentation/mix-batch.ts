import type { Batch } from '../images/batch.ts';
import { blankPixels, type ImageShape, type Pixels } from '../images/images.ts';
import { type ImageRandom, imageRandom } from '../random/image-random.ts';
import type { RandomOptions } from '../random/random-options.ts';
import { createLabelMixer } from './mix-labels.ts';
import { mixingShape } from './mixing-pool.ts';

/**
 * Mixes one picture with its partner.
 *
 * @param mixed - Written.
 * @returns The picture's own share of the result, 0..1.
 */
export type MixPicture = (
  picture: Pixels,
  partner: Pixels,
  mixed: Pixels,
  random: ImageRandom,
  shape: ImageShape,
) => number;

/** Mixes each picture with a random one of the pool, and their labels by the shares of both. */
export function mixBatch<P extends Pixels>(
  operation: string,
  batch: Batch<P>,
  pool: Batch<P>,
  randomOptions: RandomOptions,
  mixPicture: MixPicture,
): Batch<P> {
  const shape = mixingShape(operation, batch, pool);
  const random = imageRandom(operation, randomOptions);
  const size = shape.height * shape.width;
  const { images, labels } = batch;
  const data = blankPixels(images.data, images.data.length);
  const mixer = labels && pool.labels && createLabelMixer(labels, pool.labels);
  const pictureOf = (pixels: Pixels, index: number) => pixels.subarray(index * size, (index + 1) * size);
  for (let image = 0; image < shape.imageCount; image++) {
    random.start(image);
    const partner = random.nextInt(shape.poolCount);
    const share = mixPicture(
      pictureOf(images.data, image),
      pictureOf(pool.images.data, partner),
      pictureOf(data, image),
      random,
      shape,
    );
    mixer?.mix(image, partner, share);
  }
  const mixed = { data, shape: images.shape };
  return mixer === undefined ? { images: mixed } : { images: mixed, labels: mixer.labels };
}
