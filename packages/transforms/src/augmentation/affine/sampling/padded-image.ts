import { blankPixels, type Pixels } from '../../../images/images.ts';
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
  const columns = marginSources(width);
  const rows = marginSources(height);
  return {
    pixels,
    stride,
    load(images, start) {
      copyInside(images, start, pixels, height, width, stride);
      for (let row = MARGIN; row < MARGIN + height; row++)
        for (const [to, from] of columns) pixels[row * stride + to] = pixels[row * stride + from] as number;
      for (const [to, from] of rows) pixels.copyWithin(to * stride, from * stride, (from + 1) * stride);
    },
  };
}

/** The place where a coordinate is seen in an endless row of mirrors at the outer edges of the outermost pixels. */
export function mirrored(coordinate: number, size: number): number {
  const period = 2 * size;
  const place = (((coordinate + 0.5) % period) + period) % period;
  return (place < size ? place : period - place) - 0.5;
}

/** Places in the margin of a padded row, each with the place of the pixel that it mirrors. */
function marginSources(size: number): readonly (readonly [number, number])[] {
  return [-2, -1, size, size + 1].map((index) => [index + MARGIN, mirrored(index, size) + MARGIN]);
}

function copyInside(
  images: Pixels,
  start: number,
  pixels: Pixels,
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
