import { type NdArray, type OptionRules, type ResolvedOptions } from '@fashion-mnist/core';
import type { Pixels } from '../../images/images.ts';
import { resolveOperationOptions } from '../../options/resolve-options.ts';
import { AFFINE_RULES, placeImages } from './affine.ts';
import { SAMPLING_RULES, type SamplingOptions } from './sampling-options.ts';
import { UPRIGHT } from './upright.ts';

export interface RotateOptions extends SamplingOptions {
  /** Counter-clockwise, as torchvision, PIL and Keras have it; `affine` turns the other way. @default 0 */
  readonly degrees?: number | undefined;
}

export const ROTATE_RULES: OptionRules<RotateOptions> = { degrees: AFFINE_RULES.degrees, ...SAMPLING_RULES };

/**
 * Images turned about their centre; exact for multiples of 90 degrees.
 *
 * @param images - Shape `[imageCount, height, width]`; borrowed.
 * @throws {TransformError} `E_OPTION`, `E_SHAPE`
 * @remarks A case of `affine`. torchvision's own default is the nearest pixel, this one's is bilinear.
 * @see torchvision.transforms.functional.rotate
 */
export function rotate<P extends Pixels>(images: NdArray<P>, options: RotateOptions = {}): NdArray<P> {
  const resolved: ResolvedOptions<RotateOptions> = resolveOperationOptions('rotate', ROTATE_RULES, options);
  return placeImages('rotate', images, { ...UPRIGHT, ...resolved, degrees: -resolved.degrees });
}
