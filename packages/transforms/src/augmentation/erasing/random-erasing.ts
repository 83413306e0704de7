import {
  type NdArray,
  type OptionRules,
  oneOf,
  type ResolvedOptions,
  real,
  whole,
} from '@fashion-mnist/core';
import { imageShape, type Pixels } from '../../images/images.ts';
import { requirePixelValue } from '../../images/require-pixel-value.ts';
import { float32 } from '../../options/float32-rule.ts';
import { interval, type Pair } from '../../options/pair-rules.ts';
import { resolveOperationOptions } from '../../options/resolve-options.ts';
import type { RandomOptions } from '../../random/random-options.ts';
import { splitRandomOptions } from '../../random/split-random-options.ts';
import { type CanvasEdit, editOnCanvas } from '../editing/canvas-edit.ts';
import type { PictureSize } from '../editing/picture-size.ts';
import type { Box } from './box.ts';
import { erasingDraw } from './erasing-draw.ts';

/** The rectangles that `randomErasing` erases. */
export interface RandomErasingOptions {
  /** How often an image loses a rectangle, `0..1`. @default 0.5 */
  readonly probability?: number | undefined;
  /** Least and greatest area of the rectangle, as shares of the image, drawn uniformly. @default [0.02, 0.33] */
  readonly area?: Pair | undefined;
  /** Least and greatest height of the rectangle divided by its width. @default [0.3, 3.3] */
  readonly aspect?: Pair | undefined;
  /** Whether the aspect itself is drawn uniformly, or its logarithm. @default 'log-uniform' */
  readonly aspectDistribution?: 'uniform' | 'log-uniform' | undefined;
  /** Rectangles that are drawn until one is smaller than the image; if none is, nothing is erased. @default 10 */
  readonly attempts?: number | undefined;
  /** What the erased pixels become, in the unit of a pixel. @default 0 */
  readonly value?: number | undefined;
}

export const RANDOM_ERASING_RULES: OptionRules<RandomErasingOptions> = {
  probability: real(0.5, { min: 0, max: 1 }),
  area: interval([0.02, 0.33], { min: 0, max: 1 }),
  aspect: interval([0.3, 3.3], { min: 1e-6, max: 1e6 }),
  aspectDistribution: oneOf('log-uniform', ['uniform', 'log-uniform']),
  attempts: whole(10, { min: 1, max: 10_000 }),
  value: float32(0),
};

/** The defaults of torchvision.transforms.RandomErasing. */
export const TORCHVISION_ERASING: ResolvedOptions<RandomErasingOptions> = Object.freeze({
  probability: 0.5,
  area: Object.freeze([0.02, 0.33] as const),
  aspect: Object.freeze([0.3, 3.3] as const),
  aspectDistribution: 'log-uniform',
  attempts: 10,
  value: 0,
});

/**
 * The settings of the paper's own code for Fashion-MNIST. Its value is one of a normalised pixel: erase after `normalize`.
 *
 * @see https://github.com/zhunzhong07/Random-Erasing/blob/master/transforms.py and fashionmnist.py there
 */
export const PAPER_ERASING: ResolvedOptions<RandomErasingOptions> = Object.freeze({
  probability: 0.5,
  area: Object.freeze([0.02, 0.4] as const),
  aspect: Object.freeze([0.3, 1 / 0.3] as const),
  aspectDistribution: 'uniform',
  attempts: 100,
  value: 0.4914,
});

/**
 * Images, some of them with a rectangle of one value, each by chance. The defaults are torchvision's, see
 * `TORCHVISION_ERASING`; the paper's code has others, see `PAPER_ERASING`.
 *
 * @param images - Shape `[imageCount, height, width]`; borrowed.
 * @throws {TransformError} `E_OPTION` - an option outside its range, a value that images of bytes cannot hold, or not one
 *   index for each image; `E_SHAPE` - no images, or one of 2^31 pixels or more.
 * @see Zhong, Zheng, Kang, Li & Yang 2017, "Random erasing data augmentation"; torchvision.transforms.RandomErasing
 */
export function randomErasing<P extends Pixels>(
  images: NdArray<P>,
  options: RandomErasingOptions & RandomOptions = {},
): NdArray<P> {
  const { random, own } = splitRandomOptions(options);
  const resolved = resolveOperationOptions('randomErasing', RANDOM_ERASING_RULES, own);
  requirePixelValue('randomErasing.value', resolved.value, images);
  const edit = randomErasingEdit(resolved, imageShape('randomErasing', images));
  return editOnCanvas('randomErasing', images, random, edit);
}

/** Erases a rectangle of an image, or leaves it; draws as `ErasingDraw` says. */
export function randomErasingEdit(
  options: ResolvedOptions<RandomErasingOptions>,
  size: PictureSize,
): CanvasEdit {
  const box: Box = { top: 0, left: 0, height: 0, width: 0 };
  const draw = erasingDraw(size, options);
  return (canvas, random) => {
    if (draw(random, box)) canvas.fillBox(box, options.value);
  };
}
