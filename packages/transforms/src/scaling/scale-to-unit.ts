import type { NdArray } from '@fashion-mnist/core';
import { mapPixels } from './map-pixels.ts';

/**
 * Pixels 0..255 as numbers 0..1: `pixel / 255`, rounded once to float32.
 *
 * @param images - Any shape; borrowed.
 * @see torchvision.transforms.v2.ToDtype(scale=True)
 */
export function scaleToUnit(images: NdArray<Uint8Array>): NdArray<Float32Array> {
  return mapPixels(images, (pixel) => pixel / 255);
}
