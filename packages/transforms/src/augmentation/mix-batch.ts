import type { Batch } from '../images/batch.ts';
import { blankPixels, type ImageShape, type Pixels } from '../images/images.ts';
import { type ImageRandom, imageRandom } from '../random/image-random.ts';
import type { RandomOptions } from '../random/random-options.ts';
import { createLabelMixer } from './mix-labels.ts';
import { type MixingPool, mixingShape } from './mixing-pool.ts';

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
  pool: MixingPool<P>,
  randomOptions: RandomOptions,
  mixPicture: MixPicture,
): Batch<P> {
  const shape = mixingShape(operation, batch, pool.partners);
  const random = imageRandom(operation, randomOptions, shape.imageCount);
  const size = shape.height * shape.width;
  const { images, labels } = batch;
  const { partners, poolCount, partnerOf } = pool;
  const data = blankPixels(images.data, images.data.length);
  const mixer = labels && partners.labels && createLabelMixer(labels, partners.labels);
  const pictureOf = (pixels: Pixels, index: number) => pixels.subarray(index * size, (index + 1) * size);
  for (let image = 0; image < shape.imageCount; image++) {
    random.start(image);
    const partner = partnerOf(image, random.nextInt(poolCount));
    const share = mixPicture(
      pictureOf(images.data, image),
      pictureOf(partners.images.data, partner),
      pictureOf(data, image),
      random,
      shape,
    );
    mixer?.mix(image, partner, share);
  }
  const mixed = { data, shape: images.shape };
  return mixer === undefined ? { images: mixed } : { images: mixed, labels: mixer.labels };
}

/** Which pictures of a pool `mixBatch` draws, one for each of the batch. */
export function drawnPartners(
  operation: string,
  imageCount: number,
  poolCount: number,
  randomOptions: RandomOptions,
): Uint32Array {
  const random = imageRandom(operation, randomOptions, imageCount);
  return Uint32Array.from({ length: imageCount }, (_, image) => {
    random.start(image);
    return random.nextInt(poolCount);
  });
}
