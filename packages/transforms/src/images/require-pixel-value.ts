import type { NdArray } from '@fashion-mnist/core';
import { TransformError } from '../errors.ts';
import type { Pixels } from './images.ts';

/**
 * Makes sure that a pixel of these images can have a value: bytes hold whole numbers 0..255.
 *
 * @param option - The operation and its option, as they stand at the start of the message.
 * @throws {TransformError} `E_OPTION` - it cannot.
 */
export function requirePixelValue(option: string, value: number, { data }: NdArray<Pixels>): void {
  if (data instanceof Uint8Array && !(Number.isInteger(value) && value >= 0 && value <= 255))
    throw new TransformError(
      'E_OPTION',
      `${option}: expected a whole number in 0..255 for images of bytes, got ${value}; scale or normalise the images first`,
    );
}
