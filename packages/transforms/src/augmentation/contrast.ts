import { type NdArray, type OptionRules } from '@fashion-mnist/core';
import { blankPixels, imageShape, type Pixels } from '../images/images.ts';
import { pixelFactor } from '../options/float32-rule.ts';
import { resolveOperationOptions } from '../options/resolve-options.ts';
import { blend, type PixelSpan } from './blend.ts';

/** How much contrast `contrast` gives pictures. */
export interface ContrastOptions {
  /** What distances from the mean are multiplied by, `0..1e30`: 0 makes all grey. @default 1, unchanged */
  readonly factor?: number | undefined;
}

export const CONTRAST_RULES: OptionRules<ContrastOptions> = { factor: pixelFactor(1) };

/**
 * Pictures with more or less contrast: every pixel's distance from the mean of its picture times a factor.
 *
 * @param images - Shape `[imageCount, height, width]`, bytes or float32 of 0..1, so before `normalize`; borrowed.
 * @returns New pixels of the same kind and shape: bytes truncated and kept in 0..255, float32 kept in 0..1. What torchvision
 *   computes on tensors: bit for bit for bytes of up to 65,793 pixels, otherwise up to the order in which it adds the mean.
 * @throws {TransformError} `E_OPTION` - the factor is not a number >= 0; `E_SHAPE` - no pictures.
 * @see torchvision.transforms.functional.adjust_contrast
 */
export function contrast<P extends Pixels>(images: NdArray<P>, options: ContrastOptions = {}): NdArray<P> {
  const { factor } = resolveOperationOptions('contrast', CONTRAST_RULES, options);
  const { imageCount, height, width } = imageShape('contrast', images);
  const size = height * width;
  const data = blankPixels(images.data, images.data.length);
  for (let image = 0; image < imageCount; image++)
    stretch(images.data, data, { start: image * size, end: (image + 1) * size }, factor);
  return { data, shape: images.shape };
}

/** Changes the contrast of one picture. @param stretched - Written. */
export function stretch(pixels: Pixels, stretched: Pixels, span: PixelSpan, factor: number): void {
  blend(pixels, stretched, span, factor, mean(pixels, span));
}

/** In float32, as torchvision has it. */
function mean(pixels: Pixels, { start, end }: PixelSpan): number {
  let sum = 0;
  for (let i = start; i < end; i++) sum += pixels[i] as number;
  return Math.fround(Math.fround(sum) / (end - start));
}
