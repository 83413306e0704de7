import type { NdArray } from '@fashion-mnist/core';
import { TransformError } from '../../../errors.ts';
import { blankPixels, type ImageShape, imageShape, type Pixels } from '../../../images/images.ts';
import type { PictureSize } from '../../editing/picture-size.ts';

/**
 * Pixels around an image: one that interpolation needs, one for what fixed-point numbers may be off, and as many more as
 * let rows begin on a word.
 */
export const MARGIN = 4;

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
    return { pixels, stride, load: copyInto(pixels, { height, width }, stride) };
  }
  const copy = copyInto(pixels, { height, width }, stride);
  const columns = mirroredMargin(width);
  const rows = mirroredMargin(height);
  return {
    pixels,
    stride,
    load(images, start) {
      copy(images, start);
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

/** What copies an image, which begins at `start`, inside the margin. */
function copyInto(pixels: Pixels, size: PictureSize, stride: number): PaddedImage['load'] {
  if (pixels instanceof Uint8Array) return copyBytesInto(pixels, size, stride);
  const { height, width } = size;
  return (images, start) => {
    for (let row = 0; row < height; row++) {
      const from = start + row * width;
      pixels.set(images.subarray(from, from + width), (row + MARGIN) * stride + MARGIN);
    }
  };
}

/** Four bytes at a time where rows begin on words. */
function copyBytesInto(
  pixels: Uint8Array,
  { height, width }: PictureSize,
  stride: number,
): PaddedImage['load'] {
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length >> 2);
  const hasWholeWords = width % WORD_BYTES === 0;
  let seen: Pixels | undefined;
  let seenWords: Uint32Array | undefined;
  return (images, start) => {
    if (images !== seen) [seen, seenWords] = [images, hasWholeWords ? wordsOf(images) : undefined];
    if (seenWords === undefined || start % WORD_BYTES !== 0)
      copyInside(images as Uint8Array, start, pixels, height, width, stride, MARGIN);
    else copyInside(seenWords, start / WORD_BYTES, words, height, width / WORD_BYTES, stride / WORD_BYTES, 1);
  };
}

const WORD_BYTES = 4;

/** The same memory as words; undefined where it does not begin on one. */
function wordsOf({ buffer, byteOffset, length }: Pixels): Uint32Array | undefined {
  if (byteOffset % WORD_BYTES !== 0) return undefined;
  return new Uint32Array(buffer, byteOffset, Math.floor(length / WORD_BYTES));
}

/** For rows as short as these a loop is faster than what moves memory. */
function copyInside<Units extends Uint8Array | Uint32Array>(
  images: Units,
  start: number,
  pixels: Units,
  height: number,
  width: number,
  stride: number,
  left: number,
): void {
  let from = start | 0;
  for (let row = 0; row < height; row++) {
    let to = ((row + MARGIN) * stride + left) | 0;
    const end = (from + width) | 0;
    while (from < end) {
      pixels[to] = images[from] as number;
      from = (from + 1) | 0;
      to = (to + 1) | 0;
    }
  }
}
