import { type NdArray, type OptionRules } from '@fashion-mnist/core';
import { blankPixels, imageShape, type Pixels } from '../images/images.ts';
import { roundingView } from '../images/rounding-view.ts';
import { pixelFactor } from '../options/float32-rule.ts';
import { resolveOperationOptions } from '../options/resolve-options.ts';
import { imageRandom } from '../random/image-random.ts';
import type { RandomOptions } from '../random/random-options.ts';
import { splitRandomOptions } from '../random/split-random-options.ts';
import { standardNormal } from '../random/standard-normal.ts';

/** How strong the noise of `gaussianNoise` is. */
export interface GaussianNoiseOptions {
  /**
   * Standard deviation, `0..1e30`, in the unit of a pixel: 25 and 0.1 are about as strong, on bytes and on pixels 0..1.
   *
   * @default 0, no noise
   */
  readonly std?: number | undefined;
}

export const GAUSSIAN_NOISE_RULES: OptionRules<GaussianNoiseOptions> = { std: pixelFactor(0) };

/**
 * Adds to each pixel a normal random number of its own, with mean 0.
 *
 * @param images - Shape `[imageCount, height, width]`; borrowed.
 * @returns New pixels of the same kind and shape: bytes rounded to the nearest, ties to even, and kept in 0..255; float32
 *   not clamped, so that it also works behind `normalize`.
 * @throws {TransformError} `E_OPTION` - an option outside its range; `E_SHAPE` - no pictures.
 * @remarks The same bytes on every platform: see `standardNormal`.
 * @see torchvision.transforms.v2.GaussianNoise, which clamps float32 to 0..1 unless told otherwise
 */
export function gaussianNoise<P extends Pixels>(
  images: NdArray<P>,
  options: GaussianNoiseOptions & RandomOptions = {},
): NdArray<P> {
  const { random: randomOptions, own } = splitRandomOptions(options);
  const { std } = resolveOperationOptions('gaussianNoise', GAUSSIAN_NOISE_RULES, own);
  const { imageCount, height, width } = imageShape('gaussianNoise', images);
  const random = imageRandom('gaussianNoise', randomOptions, imageCount);
  const size = height * width;
  const data = blankPixels(images.data, images.data.length);
  const noisy = roundingView(data);
  for (let image = 0; image < imageCount; image++) {
    random.start(image);
    for (let i = image * size; i < (image + 1) * size; i++)
      noisy[i] = (images.data[i] as number) + std * standardNormal(random.nextUint32());
  }
  return { data, shape: images.shape };
}
