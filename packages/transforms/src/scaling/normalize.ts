import type { NdArray } from '@fashion-mnist/core';
import { mapPixels } from './map-pixels.ts';
import type { PixelMoments } from './pixel-moments.ts';

/** Mean and standard deviation of `pixel / 255` over the 60,000 training images of Fashion-MNIST. */
export const FASHION_MNIST_MOMENTS: PixelMoments = Object.freeze({ mean: 0.286040597, std: 0.3530242445 });

/** The constants in common use for MNIST. Some published Fashion-MNIST results were computed with them by mistake. */
export const MNIST_MOMENTS: PixelMoments = Object.freeze({ mean: 0.1307, std: 0.3081 });

/**
 * Standardised pixels: `(pixel / 255 - mean) / std`, rounded once to float32.
 *
 * @param images - Any shape; borrowed.
 * @param moments - Of `pixel / 255`, one mean and one standard deviation for all pixels.
 * @throws {RangeError} when `std` is not a positive number or `mean` is not finite.
 * @see torchvision.transforms.v2.Normalize
 */
export function normalize(images: NdArray<Uint8Array>, { mean, std }: PixelMoments): NdArray<Float32Array> {
  if (!Number.isFinite(mean)) throw new RangeError(`mean: expected a finite number, got ${mean}`);
  if (!(std > 0 && std < Infinity)) throw new RangeError(`std: expected a positive number, got ${std}`);
  return mapPixels(images, (pixel) => (pixel / 255 - mean) / std);
}
