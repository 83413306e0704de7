import { type NdArray, ndArray } from '@fashion-mnist/core';
import { TransformError } from '../errors.ts';

/**
 * Makes sure that data fit their shape.
 *
 * @param operation - Whose array it is, as it stands at the start of the message.
 * @throws {TransformError} `E_SHAPE` - they do not.
 */
export function requireArray(operation: string, array: NdArray): void {
  try {
    ndArray(array.data, array.shape);
  } catch (cause) {
    throw new TransformError('E_SHAPE', `${operation}: ${(cause as Error).message}`, { cause });
  }
}
