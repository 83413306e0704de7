import { type NdArray, type OptionRules, type ResolvedOptions } from '@fashion-mnist/core';
import { imageKernels } from '../../compiled/image-kernels.ts';
import type { Pixels } from '../../images/images.ts';
import { requirePixelValue } from '../../images/require-pixel-value.ts';
import { interval, type Pair, pairOf, spread, toInterval } from '../../options/pair-rules.ts';
import { resolveOperationOptions } from '../../options/resolve-options.ts';
import type { RandomOptions } from '../../random/random-options.ts';
import { splitRandomOptions } from '../../random/split-random-options.ts';
import { editImages, type ImageEdit } from '../editing/image-edit.ts';
import type { PictureSize } from '../editing/picture-size.ts';
import { affineMap, writePlacement } from './affine-map.ts';
import { imageSampler } from './sampling/image-sampler.ts';
import { roundToEven } from './sampling/interpolation.ts';
import { paddableShape } from './sampling/padded-image.ts';
import { SAMPLING_RULES, type SamplingOptions } from './sampling-options.ts';
import { UPRIGHT } from './upright.ts';

/** What `randomAffine` draws from. */
export interface RandomAffineOptions extends SamplingOptions {
  /** Rotation, clockwise: `[min, max]`, or the greatest in both directions. @default 10 */
  readonly degrees?: number | Pair | undefined;
  /** Greatest shift across and down in both directions, as shares of width and height, `0..1`. @default [0, 0] */
  readonly translate?: Pair | undefined;
  /** How many times as large, `[min, max]`. @default [1, 1] */
  readonly scale?: Pair | undefined;
  /** Degrees that vertical lines lean to the right: `[min, max]`, or the most to both sides; see `affine`. @default 0 */
  readonly shearX?: number | Pair | undefined;
  /** Degrees that horizontal lines rise to the right: `[min, max]`, or the most up and down; see `affine`. @default 0 */
  readonly shearY?: number | Pair | undefined;
}

const SHEAR = spread(0, { above: -90, below: 90 });

export const RANDOM_AFFINE_RULES: OptionRules<RandomAffineOptions> = {
  degrees: spread(10, { min: -1e6, max: 1e6 }),
  translate: pairOf([0, 0], { min: 0, max: 1 }),
  scale: interval([1, 1], { min: 0.001, max: 1000 }),
  shearX: SHEAR,
  shearY: SHEAR,
  ...SAMPLING_RULES,
};

/**
 * Images turned, scaled, sheared and moved about their centre, each by chance: all is drawn uniformly, shifts are rounded
 * to whole pixels.
 *
 * @param images - Shape `[imageCount, height, width]`; borrowed.
 * @throws {TransformError} `E_OPTION` - an option outside its range, a fill that images of bytes cannot hold, or not one
 *   index for each image; `E_SHAPE` - no images, or one of 2^31 pixels or more.
 * @remarks torchvision's own default is the nearest pixel, and its `fill` is this one's `border: 'masked-fill'`.
 * @see torchvision.transforms.RandomAffine, for the distributions; `affine`, for the pixels
 */
export function randomAffine<P extends Pixels>(
  images: NdArray<P>,
  options: RandomAffineOptions & RandomOptions = {},
): NdArray<P> {
  const { random, own } = splitRandomOptions(options);
  const resolved = resolveOperationOptions('randomAffine', RANDOM_AFFINE_RULES, own);
  return placeByChance('randomAffine', images, random, resolved);
}

/** What `randomAffine` does, for the operations that are cases of it. */
export function placeByChance<P extends Pixels>(
  operation: string,
  images: NdArray<P>,
  random: RandomOptions,
  options: ResolvedOptions<RandomAffineOptions>,
): NdArray<P> {
  requirePixelValue(`${operation}.fill`, options.fill, images);
  const edit = randomAffineEdit(images.data, paddableShape(operation, images), options);
  return editImages(operation, images, random, edit);
}

/**
 * Places an image in place; draws in this order, and always all: degrees, across, down, scale, both shears.
 *
 * @param like - Pixels of the kind that will be edited.
 */
function randomAffineEdit(
  like: Pixels,
  size: PictureSize,
  options: ResolvedOptions<RandomAffineOptions>,
): ImageEdit {
  const sample = imageSampler(like, size, options, imageKernels());
  const [leastDegrees, mostDegrees] = toInterval(options.degrees);
  const across = options.translate[0] * size.width;
  const down = options.translate[1] * size.height;
  const [leastScale, mostScale] = options.scale;
  const [leastShearX, mostShearX] = toInterval(options.shearX);
  const [leastShearY, mostShearY] = toInterval(options.shearY);
  const placement = { ...UPRIGHT };
  const map = affineMap();
  return (pixels, start, random) => {
    placement.degrees = random.nextBetween(leastDegrees, mostDegrees);
    placement.right = roundToEven(random.nextBetween(-across, across));
    placement.down = roundToEven(random.nextBetween(-down, down));
    placement.scale = random.nextBetween(leastScale, mostScale);
    placement.shearX = random.nextBetween(leastShearX, mostShearX);
    placement.shearY = random.nextBetween(leastShearY, mostShearY);
    writePlacement(map, size, placement);
    sample(pixels, start, map);
  };
}
