import type { NdArray, OptionRules } from '@fashion-mnist/core';
import type { Pixels } from '../../images/images.ts';
import { resolveOperationOptions } from '../../options/resolve-options.ts';
import { AFFINE_RULES, placeImages } from './affine.ts';
import { SAMPLING_RULES, type SamplingOptions } from './sampling-options.ts';
import { UPRIGHT } from './upright.ts';

/** How far lines lean that `shear` changes. */
export interface ShearOptions extends SamplingOptions {
  /** Degrees that vertical lines lean to the right: their upper ends go there. Between -90 and 90. @default 0 */
  readonly x?: number | undefined;
  /** Degrees that horizontal lines rise to the right: their right ends go up. Between -90 and 90. @default 0 */
  readonly y?: number | undefined;
}

export const SHEAR_RULES: OptionRules<ShearOptions> = {
  x: AFFINE_RULES.shearX,
  y: AFFINE_RULES.shearY,
  ...SAMPLING_RULES,
};

/**
 * Images sheared about their centre; their size stays.
 *
 * @param images - Shape `[imageCount, height, width]`; borrowed.
 * @throws {TransformError} `E_OPTION` - an option outside its range, or a fill that images of bytes cannot hold;
 *   `E_SHAPE` - no images, or one of 2^31 pixels or more.
 * @remarks A case of `affine`.
 */
export function shear<P extends Pixels>(images: NdArray<P>, options: ShearOptions = {}): NdArray<P> {
  const { x, y, ...sampling } = resolveOperationOptions('shear', SHEAR_RULES, options);
  return placeImages('shear', images, { ...UPRIGHT, ...sampling, shearX: x, shearY: y });
}
