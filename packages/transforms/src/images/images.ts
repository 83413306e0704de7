import type { NdArray } from '@fashion-mnist/core';
import { TransformError } from '../errors.ts';
import { requireArray } from './require-array.ts';

/** What a picture's pixels may be: bytes, or numbers of any range. */
export type Pixels = Uint8Array | Float32Array;

/** How many pictures a batch has, and their size in pixels. */
export interface ImageShape {
  readonly imageCount: number;
  readonly height: number;
  readonly width: number;
}

/**
 * Makes sure that data are pixels and fit their shape, whichever it is.
 *
 * @param operation - Whose pixels they are, as it stands at the start of the message.
 * @throws {TransformError} `E_SHAPE` - they are neither bytes nor float32, or do not fit.
 */
export function requirePixels(operation: string, images: NdArray<Pixels>): void {
  const { data } = images;
  if (data instanceof Uint8Array || data instanceof Float32Array) return requireArray(operation, images);
  const kind = Object.prototype.toString.call(data).slice('[object '.length, -1);
  throw new TransformError(
    'E_SHAPE',
    `${operation}: expected pixels in a Uint8Array or a Float32Array, got ${kind}`,
  );
}

/**
 * The sizes of `[imageCount, height, width]`.
 *
 * @param operation - Whose images they are, as it stands at the start of the message.
 * @throws {TransformError} `E_SHAPE` - the array has another number of dimensions, or its data are no pixels or do not fit
 *   its shape.
 */
export function imageShape(operation: string, images: NdArray<Pixels>): ImageShape {
  const [imageCount, height, width, ...rest] = images.shape;
  if (imageCount === undefined || height === undefined || width === undefined || rest.length > 0)
    throw new TransformError(
      'E_SHAPE',
      `${operation}: expected [imageCount, height, width], got [${images.shape.join(', ')}]`,
    );
  requirePixels(operation, images);
  return { imageCount, height, width };
}

/** Pixels of the same kind as others, all 0. */
export function blankPixels<T extends Pixels>(like: T, length: number): T {
  return (like instanceof Uint8Array ? new Uint8Array(length) : new Float32Array(length)) as T;
}
