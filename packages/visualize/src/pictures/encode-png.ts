import type { NdArray } from '@fashion-mnist/core';
import { encode } from 'fast-png';
import { VisualizeError } from '../errors.ts';

/** A grey picture: shape `[height, width]`, 0 is black. */
export type GrayPicture = NdArray<Uint8Array>;

/**
 * The bytes of a PNG file of a grey picture (`[height, width]`) or a colour picture (`[height, width, 3]`).
 *
 * @throws {VisualizeError} `E_SHAPE` - it is neither, or it has no pixel.
 */
export function encodePng({ data, shape }: NdArray<Uint8Array>): Uint8Array {
  const [height = 0, width = 0, channels = 1] = shape;
  const isPicture = (shape.length === 2 || (shape.length === 3 && channels === 3)) && height * width > 0;
  if (!isPicture || height * width * channels !== data.length) {
    throw new VisualizeError(
      'E_SHAPE',
      `encodePng: expected [height, width] or [height, width, 3] with pixels, got [${shape.join(', ')}] for ${data.length} bytes`,
    );
  }
  return encode({ width, height, data, channels, depth: 8 });
}
