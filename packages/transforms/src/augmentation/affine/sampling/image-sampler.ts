import type { ResolvedOptions } from '@fashion-mnist/core';
import type { Pixels } from '../../../images/images.ts';
import type { PictureSize } from '../../editing/picture-size.ts';
import type { AffineMap } from '../affine-map.ts';
import type { SamplingOptions } from '../sampling-options.ts';
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
import { findSpan, type Span } from './span.ts';

/** Replaces an image in place, which begins at `start`: each of its pixels comes from where the map says. */
export type ImageSampler = (pixels: Pixels, start: number, map: AffineMap) => void;

/** @param like - Pixels of the kind that will be sampled. */
export function imageSampler(
  like: Pixels,
  size: PictureSize,
  options: ResolvedOptions<SamplingOptions>,
): ImageSampler {
  const { border, fill } = options;
  const source = paddedImage(like, size, border === 'masked-fill' ? 0 : border === 'reflect' ? border : fill);
  const area = sampledArea(size, options);
  const sampleRow = rowSampler(like, size, options);
  const writeOutside = outsideWriter(like, outsideOf(source, size, options));
  const span: Span = { from: 0, to: 0 };
  const { height, width } = size;
  return (pixels, start, map) => {
    source.load(pixels, start);
    const stepX = map[0] as number;
    const stepY = map[3] as number;
    for (let row = 0; row < height; row++) {
      const x = (map[1] as number) * row + (map[2] as number);
      const y = (map[4] as number) * row + (map[5] as number);
      const target = start + row * width;
      findSpan(area, width, x, y, stepX, stepY, span);
      const { from, to } = span;
      if (from > 0) writeOutside(x, y, stepX, stepY, pixels, target, 0, from);
      sampleRow(source.pixels, source.stride, x, y, stepX, stepY, pixels, target, from, to);
      if (to < width) writeOutside(x, y, stepX, stepY, pixels, target, to, width);
    }
  };
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
  x: number,
  y: number,
  stepX: number,
  stepY: number,
  target: Pixels,
  start: number,
  from: number,
  to: number,
) => void;

function outsideWriter(like: Pixels, outside: Outside | number): OutsideWriter {
  if (typeof outside === 'number')
    return (_x, _y, _stepX, _stepY, target, start, from, to) => {
      for (let column = from; column < to; column++) target[start + column] = outside;
    };
  const isRounded = like instanceof Uint8Array;
  return (x, y, stepX, stepY, target, start, from, to) => {
    for (let column = from; column < to; column++) {
      const value = outside(x + stepX * column, y + stepY * column);
      target[start + column] = isRounded ? roundToEven(value) : value;
    }
  };
}
