import type { ResolvedOptions } from '@fashion-mnist/core';
import type { ImageKernels } from '../../../compiled/image-kernels.ts';
import type { Pixels } from '../../../images/images.ts';
import type { PictureSize } from '../../editing/picture-size.ts';
import type { AffineMap } from '../affine-map.ts';
import type { SamplingOptions } from '../sampling-options.ts';
import { compiledSampler, isForCompiledSampler } from './compiled-sampler.ts';
import { roundToEven } from './interpolation.ts';
import { type Outside, outsideOf, sampledArea } from './outside.ts';
import { paddedImage } from './padded-image.ts';
import {
  bilinearBytes,
  bilinearFixedPoint,
  bilinearFloats,
  FIXED_POINT_SIDE,
  nearestRow,
  type RowSampler,
} from './row-sampler.ts';
import type { ImageSampler } from './sampler.ts';
import { findSpan, type Span } from './span.ts';

/**
 * @param like - Pixels of the kind that will be sampled.
 * @param kernels - undefined for plain TypeScript, which gives the same pixels.
 */
export function imageSampler(
  like: Pixels,
  size: PictureSize,
  options: ResolvedOptions<SamplingOptions>,
  kernels: ImageKernels | undefined,
): ImageSampler {
  return kernels !== undefined && isForCompiledSampler(like, size, options)
    ? compiledSampler(kernels, size, options)
    : plainSampler(like, size, options);
}

function plainSampler(
  like: Pixels,
  size: PictureSize,
  options: ResolvedOptions<SamplingOptions>,
): ImageSampler {
  const source = paddedImage(like, size, surroundingOf(options));
  const area = sampledArea(size, options);
  const sampleRow = rowSampler(like, size, options);
  const writeOutside = outsideWriter(like, outsideOf(source, size, options));
  const span: Span = { from: 0, to: 0 };
  const { height, width } = size;
  return (pixels, start, map) => {
    source.load(pixels, start);
    for (let row = 0; row < height; row++) {
      const target = (start + row * width) | 0;
      findSpan(area, width, map, row, span);
      const { from, to } = span;
      if (from > 0) writeOutside(map, row, pixels, target, 0, from);
      sampleRow(source.pixels, source.stride, map, row, pixels, target, from, to);
      if (to < width) writeOutside(map, row, pixels, target, to, width);
    }
  };
}

/** `'masked-fill'` blends with black first, and only then with `fill`; the nearest pixel blends with nothing. */
function surroundingOf({
  interpolation,
  border,
  fill,
}: ResolvedOptions<SamplingOptions>): number | 'reflect' {
  if (border === 'reflect') return border;
  return border === 'masked-fill' && interpolation === 'bilinear' ? 0 : fill;
}

function rowSampler(
  like: Pixels,
  { height, width }: PictureSize,
  { interpolation }: ResolvedOptions<SamplingOptions>,
): RowSampler {
  if (interpolation === 'nearest') return nearestRow;
  if (like instanceof Float32Array) return bilinearFloats;
  return Math.max(height, width) <= FIXED_POINT_SIDE ? bilinearFixedPoint : bilinearBytes;
}

type OutsideWriter = (
  map: AffineMap,
  row: number,
  target: Pixels,
  start: number,
  from: number,
  to: number,
) => void;

function outsideWriter(like: Pixels, outside: Outside | number): OutsideWriter {
  if (typeof outside === 'number')
    return (_map, _row, target, start, from, to) => {
      for (let column = from; column < to; column++) target[(start + column) | 0] = outside;
    };
  const isRounded = like instanceof Uint8Array;
  return (map, row, target, start, from, to) => {
    for (let column = from; column < to; column++) {
      const x = (map[0] as number) * column + ((map[1] as number) * row + (map[2] as number));
      const y = (map[3] as number) * column + ((map[4] as number) * row + (map[5] as number));
      const value = outside(x, y);
      target[start + column] = isRounded ? roundToEven(value) : value;
    }
  };
}
