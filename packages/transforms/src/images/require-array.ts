import { type NdArray, ndArray, type TypedArray } from '@fashion-mnist/core';
import { TransformError } from '../errors.ts';
import type { Pixels } from './images.ts';

/**
 * Makes sure that data fit their shape.
 *
 * @param operation - Whose array it is, as it stands at the start of the message.
 * @throws {TransformError} `E_SHAPE` - they do not.
 */
export function requireArray(operation: string, array: NdArray<TypedArray>): void {
  try {
    ndArray(array.data, array.shape);
  } catch (cause) {
    throw new TransformError('E_SHAPE', `${operation}: ${(cause as Error).message}`, { cause });
  }
}

/**
 * Makes sure that data are pixels and fit their shape, whichever it is.
 *
 * @throws {TransformError} `E_SHAPE` - they are neither bytes nor float32, or do not fit.
 */
export function requirePixels(operation: string, images: NdArray<Pixels>): void {
  const { data } = images;
  if (!(data instanceof Uint8Array || data instanceof Float32Array))
    throw new TransformError(
      'E_SHAPE',
      `${operation}: expected pixels in a Uint8Array or a Float32Array, got ${kindOf(data)}`,
    );
  requireArray(operation, images);
}

function kindOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? value.constructor.name : String(value);
}
