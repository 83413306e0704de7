import type { NdArray } from '@fashion-mnist/core';
import { TransformError } from '../errors.ts';
import { type Pixels, requirePixels } from '../images/images.ts';

/** Mean and population standard deviation of pixels in units of their full range. */
export interface PixelMoments {
  readonly mean: number;
  readonly std: number;
}

/**
 * Mean and standard deviation over all pixels of all images: of `byte / 255`, or of float32 pixels as they are. The mean of
 * bytes is exact up to its two divisions: their sum is a whole number.
 *
 * @param images - Any shape with at least one pixel; borrowed.
 * @throws {TransformError} `E_SHAPE` - there is no pixel, or they do not fit the shape; `E_OPTION` - a pixel is not finite.
 */
export function pixelMoments(images: NdArray<Pixels>): PixelMoments {
  requirePixels('pixelMoments', images);
  const { data } = images;
  if (data.length === 0)
    throw new TransformError('E_SHAPE', 'pixelMoments: expected at least one pixel, got none');
  return data instanceof Uint8Array ? momentsOfBytes(data) : momentsOfFloats(data);
}

function momentsOfBytes(bytes: Uint8Array): PixelMoments {
  const histogram = new Float64Array(256);
  for (const byte of bytes) histogram[byte] = (histogram[byte] as number) + 1;
  const mean = histogram.reduce((sum, frequency, byte) => sum + frequency * byte, 0) / bytes.length;
  const squares = histogram.reduce((sum, frequency, byte) => sum + frequency * squared(byte - mean), 0);
  return { mean: mean / 255, std: Math.sqrt(squares / bytes.length) / 255 };
}

function momentsOfFloats(values: Float32Array): PixelMoments {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  if (!Number.isFinite(mean))
    throw new TransformError('E_OPTION', 'pixelMoments: expected finite pixels, got NaN or an infinite one');
  let squares = 0;
  for (const value of values) squares += squared(value - mean);
  return { mean, std: Math.sqrt(squares / values.length) };
}

/** Engines may round `x ** 2` in other ways. */
function squared(x: number): number {
  return x * x;
}
