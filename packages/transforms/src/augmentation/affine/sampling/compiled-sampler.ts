import type { ResolvedOptions } from '@fashion-mnist/core';
import { HELD_PIXELS, type ImageKernels } from '../../../compiled/image-kernels.ts';
import type { Pixels } from '../../../images/images.ts';
import type { PictureSize } from '../../editing/picture-size.ts';
import type { SamplingOptions } from '../sampling-options.ts';
import { sampledArea } from './outside.ts';
import { MARGIN } from './padded-image.ts';
import { FIXED_POINT_SIDE } from './row-sampler.ts';
import type { ImageSampler } from './sampler.ts';

/** What the compiled kernel samples: images of bytes, bilinear, surrounded by one value, small enough for its memory. */
export function isForCompiledSampler(
  like: Pixels,
  { height, width }: PictureSize,
  { interpolation, border }: ResolvedOptions<SamplingOptions>,
): boolean {
  return (
    like instanceof Uint8Array &&
    interpolation === 'bilinear' &&
    border === 'fill' &&
    Math.max(height, width) <= FIXED_POINT_SIDE &&
    (height + 2 * MARGIN) * (width + 2 * MARGIN) <= HELD_PIXELS
  );
}

/** One call for all rows of an image. */
export function compiledSampler(
  { bytes, map: placement, resultBytes, sampleBilinear }: ImageKernels,
  size: PictureSize,
  options: ResolvedOptions<SamplingOptions>,
): ImageSampler {
  const { height, width } = size;
  const { low, highX, highY } = sampledArea(size, options);
  const pixelCount = height * width;
  const result = resultBytes.subarray(0, pixelCount);
  return (pixels, start, map) => {
    bytes.set(pixels.subarray(start, start + pixelCount));
    placement.set(map);
    sampleBilinear(low, highX, highY, options.fill, height, width);
    pixels.set(result, start);
  };
}
