import type { NdArray, OptionRules } from '@fashion-mnist/core';
import type { Pixels } from '../../images/images.ts';
import { type Pair, toInterval } from '../../options/pair-rules.ts';
import { resolveOperationOptions } from '../../options/resolve-options.ts';
import type { RandomOptions } from '../../random/random-options.ts';
import { splitRandomOptions } from '../../random/split-random-options.ts';
import { placeByChance, RANDOM_AFFINE_RULES } from './random-affine.ts';
import { SAMPLING_RULES, type SamplingOptions } from './sampling-options.ts';

/** What `randomRotation` draws from. */
export interface RandomRotationOptions extends SamplingOptions {
  /** Counter-clockwise: `[min, max]`, or the greatest in both directions. @default 10 */
  readonly degrees?: number | Pair | undefined;
}

export const RANDOM_ROTATION_RULES: OptionRules<RandomRotationOptions> = {
  degrees: RANDOM_AFFINE_RULES.degrees,
  ...SAMPLING_RULES,
};

/**
 * Images turned about their centre, each by an angle by chance, drawn uniformly.
 *
 * @param images - Shape `[imageCount, height, width]`; borrowed.
 * @throws {TransformError} `E_OPTION` - an option outside its range, a fill that images of bytes cannot hold, or not one
 *   index for each image; `E_SHAPE` - no images, or one of 2^31 pixels or more.
 * @remarks torchvision's own default is the nearest pixel, Keras' is `border: 'reflect'`.
 * @see torchvision.transforms.RandomRotation, for the distribution; `rotate`, for the pixels
 */
export function randomRotation<P extends Pixels>(
  images: NdArray<P>,
  options: RandomRotationOptions & RandomOptions = {},
): NdArray<P> {
  const { random, own } = splitRandomOptions(options);
  const resolved = resolveOperationOptions('randomRotation', RANDOM_ROTATION_RULES, own);
  const [least, most] = toInterval(resolved.degrees);
  return placeByChance('randomRotation', images, random, {
    translate: [0, 0],
    scale: [1, 1],
    shearX: 0,
    shearY: 0,
    ...resolved,
    degrees: [-most, -least],
  });
}
