import type { NdArray, OptionRules } from '@fashion-mnist/core';
import type { Pixels } from '../../images/images.ts';
import { resolveOperationOptions } from '../../options/resolve-options.ts';
import { AFFINE_RULES, placeImages } from './affine.ts';
import { SAMPLING_RULES, type SamplingOptions } from './sampling-options.ts';
import { UPRIGHT } from './upright.ts';

/** How large `scale` makes images. */
export interface ScaleOptions extends SamplingOptions {
  /** How many times as large, `0.001..1000`. @default 1 */
  readonly factor?: number | undefined;
}

export const SCALE_RULES: OptionRules<ScaleOptions> = { factor: AFFINE_RULES.scale, ...SAMPLING_RULES };

/**
 * Images made larger or smaller about their centre; their size stays.
 *
 * @param images - Shape `[imageCount, height, width]`; borrowed.
 * @throws {TransformError} `E_OPTION` - an option outside its range, or a fill that images of bytes cannot hold;
 *   `E_SHAPE` - no images, or one of 2^31 pixels or more.
 * @remarks A case of `affine`; smaller pictures are not smoothed before.
 */
export function scale<P extends Pixels>(images: NdArray<P>, options: ScaleOptions = {}): NdArray<P> {
  const { factor, ...sampling } = resolveOperationOptions('scale', SCALE_RULES, options);
  return placeImages('scale', images, { ...UPRIGHT, ...sampling, scale: factor });
}
