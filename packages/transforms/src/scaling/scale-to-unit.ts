import type { NdArray, OptionRules } from '@fashion-mnist/core';
import { TransformError } from '../errors.ts';
import { type Pixels, requirePixels } from '../images/images.ts';
import { mapPixels } from './map-pixels.ts';

/** There is no option. */
export type ScaleToUnitOptions = object;

export const SCALE_TO_UNIT_RULES: OptionRules<ScaleToUnitOptions> = {};

/**
 * Bytes 0..255 as numbers 0..1: `byte / 255`, rounded once to float32. Pixels that are float32 are kept, if they are
 * 0..1 already.
 *
 * @param images - Any shape; borrowed.
 * @returns New float32 pixels of the same shape, bit for bit what torchvision computes.
 * @throws {TransformError} `E_SHAPE` - no pixels, or they do not fit the shape; `E_OPTION` - a float32 pixel outside 0..1.
 * @see torchvision.transforms.v2.ToDtype(scale=True)
 */
export function scaleToUnit(images: NdArray<Pixels>): NdArray<Float32Array> {
  requirePixels('scaleToUnit', images);
  return mapPixels(images, requireUnit);
}

function requireUnit(unit: number): number {
  if (unit >= 0 && unit <= 1) return unit;
  throw new TransformError(
    'E_OPTION',
    `scaleToUnit: expected bytes, or float32 pixels that are 0..1 already, got the float32 pixel ${unit}`,
  );
}
