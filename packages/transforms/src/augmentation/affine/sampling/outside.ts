import type { ResolvedOptions } from '@fashion-mnist/core';
import type { PictureSize } from '../../editing/picture-size.ts';
import type { SamplingOptions } from '../sampling-options.ts';
import { bilinearAt, nearestAt } from './interpolation.ts';
import { mirrored, type PaddedImage } from './padded-image.ts';
import type { Area } from './span.ts';

/** The value of a pixel that comes from a place outside the area that rows are sampled from. */
export type Outside = (x: number, y: number) => number;

/** The places that rows are sampled from: as far as the image has an influence, or is all that has. */
export function sampledArea(
  { height, width }: PictureSize,
  { interpolation, border }: ResolvedOptions<SamplingOptions>,
): Area {
  const reach = interpolation === 'nearest' ? 0.5 : border === 'masked-fill' ? 0 : 1;
  return { low: -reach, highX: width - 1 + reach, highY: height - 1 + reach };
}

/** What there is outside the sampled area; a number where it is always the same. */
export function outsideOf(
  { pixels, stride }: PaddedImage,
  { height, width }: PictureSize,
  { interpolation, border, fill }: ResolvedOptions<SamplingOptions>,
): Outside | number {
  const valueAt = interpolation === 'nearest' ? nearestAt : bilinearAt;
  if (border === 'reflect') return (x, y) => valueAt(pixels, stride, mirrored(x, width), mirrored(y, height));
  if (border === 'fill' || interpolation === 'nearest') return fill;
  return (x, y) => {
    const coverage = coverageOf(x, width) * coverageOf(y, height);
    return coverage === 0 ? fill : fill + coverage * (bilinearAt(pixels, stride, x, y) - fill);
  };
}

/** How much of a pixel at a coordinate is image. */
function coverageOf(coordinate: number, size: number): number {
  return Math.max(0, Math.min(1, coordinate + 1, size - coordinate));
}
