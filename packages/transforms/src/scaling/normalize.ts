import type { NdArray, OptionRules } from '@fashion-mnist/core';
import { TransformError } from '../errors.ts';
import { type Pixels, requirePixels } from '../images/images.ts';
import { float32, isFloat32 } from '../options/float32-rule.ts';
import { resolveOperationOptions } from '../options/resolve-options.ts';
import { mapPixels } from './map-pixels.ts';
import type { PixelMoments } from './pixel-moments.ts';

/** Mean and standard deviation of `pixel / 255` over the 60,000 training images of Fashion-MNIST. */
export const FASHION_MNIST_MOMENTS: PixelMoments = Object.freeze({ mean: 0.286040597, std: 0.3530242445 });

/** The constants in common use for MNIST. Some published Fashion-MNIST results were computed with them by mistake. */
export const MNIST_MOMENTS: PixelMoments = Object.freeze({ mean: 0.1307, std: 0.3081 });

/** Moments for all pixels, in units of the full range: what `pixelMoments` finds. */
export interface NormalizeOptions {
  /** Mean of `byte / 255`. @default 0.286040597, `FASHION_MNIST_MOMENTS` */
  readonly mean?: number | undefined;
  /** Standard deviation of `byte / 255`, a normal float32 above 0. @default 0.3530242445, `FASHION_MNIST_MOMENTS` */
  readonly std?: number | undefined;
}

/** The least number that float32 keeps in full precision. */
const LEAST_NORMAL = 2 ** -126;

export const NORMALIZE_RULES: OptionRules<NormalizeOptions> = {
  mean: float32(FASHION_MNIST_MOMENTS.mean),
  std: float32(FASHION_MNIST_MOMENTS.std, { min: LEAST_NORMAL }),
};

/**
 * Standardised pixels: `(unit - mean) / std`, where `unit` is `byte / 255`, or a float32 pixel as it is. So bytes give the
 * same result as `scaleToUnit` of them.
 *
 * @param images - Any shape; borrowed. Pixels that are float32 are taken for 0..1, as torchvision does.
 * @returns New float32 pixels of the same shape: each step rounded to float32, bit for bit what torchvision computes.
 * @throws {TransformError} `E_OPTION` - `mean` or `std` is no finite float32, or `std` too small, or together they give
 *   no finite one; `E_SHAPE` - no pixels, or they do not fit the shape.
 * @see torchvision.transforms.v2.Normalize, after ToDtype(scale=True)
 */
export function normalize(images: NdArray<Pixels>, options: NormalizeOptions = {}): NdArray<Float32Array> {
  const { mean, std } = resolveOperationOptions('normalize', NORMALIZE_RULES, options);
  requirePixels('normalize', images);
  const center = Math.fround(mean);
  const divisor = Math.fround(std);
  const standardize = (unit: number) => Math.fround(unit - center) / divisor;
  if (!(isFloat32(standardize(0)) && isFloat32(standardize(1))))
    throw new TransformError(
      'E_OPTION',
      `normalize: expected moments that keep 0..1 finite, got the mean ${mean} and the deviation ${std}`,
    );
  return mapPixels(images, standardize);
}
