import { type NdArray, type OptionRules, oneOf, type ResolvedOptions } from '@fashion-mnist/core';
import { imageShape, type Pixels } from '../../images/images.ts';
import { resolveOperationOptions } from '../../options/resolve-options.ts';
import { editImages, type ImageEdit } from '../editing/image-edit.ts';
import type { PictureSize } from '../editing/picture-size.ts';
import { mirrorColumns, mirrorRows } from './mirror.ts';

/** `'horizontal'` swaps left and right, `'vertical'` top and bottom. */
export type FlipAxis = 'horizontal' | 'vertical';

export interface FlipOptions {
  /** What changes sides: `'horizontal'` swaps left and right, `'vertical'` top and bottom. @default 'horizontal' */
  readonly axis?: FlipAxis | undefined;
}

export const FLIP_RULES: OptionRules<FlipOptions> = {
  axis: oneOf('horizontal', ['horizontal', 'vertical']),
};

/**
 * Mirrored images; exact, and twice the same is the identity.
 *
 * @param images - Shape `[imageCount, height, width]`; borrowed.
 * @throws {TransformError} `E_OPTION`, `E_SHAPE`
 * @see torchvision.transforms.functional.hflip, vflip
 */
export function flip<P extends Pixels>(images: NdArray<P>, options: FlipOptions = {}): NdArray<P> {
  const resolved = resolveOperationOptions('flip', FLIP_RULES, options);
  return editImages('flip', images, {}, flipEdit(imageShape('flip', images), resolved));
}

/** Mirrors an image in place. */
export function flipEdit(size: PictureSize, { axis }: ResolvedOptions<FlipOptions>): ImageEdit {
  const mirror = axis === 'horizontal' ? mirrorColumns : mirrorRows;
  return (pixels, start) => mirror(pixels, start, size);
}
