import type { NdArray } from '@fashion-mnist/core';
import { TransformError } from '../../../errors.ts';
import { blankPixels, type ImageShape, imageShape, type Pixels } from '../../../images/images.ts';
import type { PictureSize } from '../../editing/picture-size.ts';

/** Pixels around an image: one that interpolation needs, and one for what fixed-point numbers may be off. */
export const MARGIN = 2;

/** One image with a margin, so that interpolation needs not look where the image ends. */
export interface PaddedImage {
  readonly pixels: Pixels;
  /** Pixels from one row to the next. */
  readonly stride: number;
  /** Takes an image in. */
  load(images: Pixels, start: number): void;
}

/**
 * The sizes of `[imageCount, height, width]`.
 *
 * @throws {TransformError} `E_SHAPE` - no images, or with their margin places in them would need more than 31 bits.
 */
export function paddableShape(operation: string, images: NdArray<Pixels>): ImageShape {
  const shape = imageShape(operation, images);
  const { height, width } = shape;
  if ((height + 2 * MARGIN) * (width + 2 * MARGIN) < 2 ** 31) return shape;
  throw new TransformError(
    'E_SHAPE',
    `${operation}: expected images of fewer than 2^31 pixels with ${MARGIN} more on each side, got ${height} x ${width}`,
  );
}

/** @param surrounding - The value of the margin, or that it mirrors the image, its outermost pixels repeated. */
export function paddedImage(
  like: Pixels,
  { height, width }: PictureSize,
  surrounding: number | 'reflect',
): PaddedImage {
  const stride = width + 2 * MARGIN;
  const pixels = blankPixels(like, stride * (height + 2 * MARGIN));
  if (surrounding !== 'reflect') {
    pixels.fill(surrounding);
    const load = (images: Pixels, start: number) => copyInside(images, start, pixels, height, width, stride);
    return { pixels, stride, load };
  }
  const columns = mirroredMargin(width);
  const rows = mirroredMargin(height);
  return {
    pixels,
    stride,
    load(images, start) {
      copyInside(images, start, pixels, height, width, stride);
      for (let row = MARGIN; row < MARGIN + height; row++) {
        const first = row * stride;
        for (let place = 0; place < columns.length; place += 2)
          pixels[first + (columns[place] as number)] = pixels[
            first + (columns[place + 1] as number)
          ] as number;
      }
      for (let place = 0; place < rows.length; place += 2) {
        const source = (rows[place + 1] as number) * stride;
        pixels.copyWithin((rows[place] as number) * stride, source, source + stride);
      }
    },
  };
}

/** The place where a coordinate is seen in an endless row of mirrors at the outer edges of the outermost pixels. */
export function mirrored(coordinate: number, size: number): number {
  const period = 2 * size;
  if (coordinate < -0.5 && coordinate >= -size - 0.5) return -1 - coordinate;
  if (coordinate > size - 0.5 && coordinate <= period - 0.5) return period - 1 - coordinate;
  const place = (((coordinate + 0.5) % period) + period) % period;
  return (place < size ? place : period - place) - 0.5;
}

/** Places in the margin of a padded row, each followed by the place of the pixel that it mirrors. */
function mirroredMargin(size: number): Int32Array {
  const places = [-2, -1, size, size + 1].flatMap((index) => [index, mirrored(index, size)]);
  return Int32Array.from(places, (place) => place + MARGIN);
}

function copyInside(
  images: Pixels,
  start: number,
  pixels: Pixels,
  height: number,
  width: number,
  stride: number,
): void {
  if (images instanceof Uint8Array && pixels instanceof Uint8Array)
    copyBytesInside(images, start, pixels, height, width, stride);
  else
    for (let row = 0; row < height; row++) {
      const from = start + row * width;
      pixels.set(images.subarray(from, from + width), (row + MARGIN) * stride + MARGIN);
    }
}

/** A loop that sees one kind of array alone, and rows as short as these, is faster than what moves memory. */
function copyBytesInside(
  images: Uint8Array,
  start: number,
  pixels: Uint8Array,
  height: number,
  width: number,
  stride: number,
): void {
  let from = start | 0;
  for (let row = 0; row < height; row++) {
    let to = ((row + MARGIN) * stride + MARGIN) | 0;
    const end = (from + width) | 0;
    while (from < end) {
      pixels[to] = images[from] as number;
      from = (from + 1) | 0;
      to = (to + 1) | 0;
    }
  }
}
