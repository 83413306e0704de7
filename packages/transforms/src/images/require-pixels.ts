import type { NdArray } from '@fashion-mnist/core';
import { TransformError } from '../errors.ts';
import type { Pixels } from './images.ts';
import { requireArray } from './require-array.ts';

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
