import { type NdArray, type OptionRules, type ResolvedOptions } from '@fashion-mnist/core';
import type { Pixels } from '../../images/images.ts';
import { resolveOperationOptions } from '../../options/resolve-options.ts';
import { AFFINE_RULES, placeImages } from './affine.ts';
import { SAMPLING_RULES, type SamplingOptions } from './sampling-options.ts';
import { UPRIGHT } from './upright.ts';

/** How far `rotate` turns images. */
export interface RotateOptions extends SamplingOptions {
  /** Counter-clockwise, as torchvision, PIL and Keras have it; `affine` turns the other way. @default 0 */
  readonly degrees?: number | undefined;
}

export const ROTATE_RULES: OptionRules<RotateOptions> = { degrees: AFFINE_RULES.degrees, ...SAMPLING_RULES };

/**
 * Images turned about their centre: exactly by 180 degrees, and by 90 where height and width are both even or both odd; else
 * a quarter turn falls between pixels.
 *
 * @param images - Shape `[imageCount, height, width]`; borrowed.
 * @throws {TransformError} `E_OPTION` - an option outside its range, or a fill that images of bytes cannot hold;
 *   `E_SHAPE` - no images, or one of 2^31 pixels or more.
 * @remarks A case of `affine`. torchvision's own default is the nearest pixel, this one's is bilinear.
 * @see torchvision.transforms.functional.rotate
 */
export function rotate<P extends Pixels>(images: NdArray<P>, options: RotateOptions = {}): NdArray<P> {
  const resolved: ResolvedOptions<RotateOptions> = resolveOperationOptions('rotate', ROTATE_RULES, options);
  return placeImages('rotate', images, { ...UPRIGHT, ...resolved, degrees: -resolved.degrees });
}
