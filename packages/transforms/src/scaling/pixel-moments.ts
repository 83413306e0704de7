import type { NdArray } from '@fashion-mnist/core';

/** Mean and population standard deviation of `pixel / 255`. */
export interface PixelMoments {
  readonly mean: number;
  readonly std: number;
}

/**
 * Mean and standard deviation over all pixels of all images, in units of the full range (`pixel / 255`).
 * Exact up to the last division: the sums are whole numbers.
 *
 * @param images - Any shape with at least one pixel; borrowed.
 * @throws {RangeError} when there is no pixel.
 */
export function pixelMoments(images: NdArray<Uint8Array>): PixelMoments {
  const count = images.data.length;
  if (count === 0) throw new RangeError('pixelMoments: expected at least one pixel, got none');
  const histogram = new Float64Array(256);
  for (const pixel of images.data) histogram[pixel] = (histogram[pixel] as number) + 1;
  const mean = histogram.reduce((sum, frequency, pixel) => sum + frequency * pixel, 0) / count;
  const variance =
    histogram.reduce((sum, frequency, pixel) => sum + frequency * (pixel - mean) ** 2, 0) / count;
  return { mean: mean / 255, std: Math.sqrt(variance) / 255 };
}
