import { type NdArray, type OptionRules, oneOf, type ResolvedOptions } from '@fashion-mnist/core';
import type { Pixels } from '../../images/images.ts';
import { resolveOperationOptions } from '../../options/resolve-options.ts';
import { type CanvasEdit, editOnCanvas } from '../editing/canvas-edit.ts';

/** `'horizontal'` swaps left and right, `'vertical'` top and bottom. */
export type FlipAxis = 'horizontal' | 'vertical';

/** How `flip` mirrors. */
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
 * @throws {TransformError} `E_OPTION` - an axis that there is not; `E_SHAPE` - no images, or one of 2^31 pixels or more.
 * @see torchvision.transforms.functional.hflip, vflip
 */
export function flip<P extends Pixels>(images: NdArray<P>, options: FlipOptions = {}): NdArray<P> {
  const resolved = resolveOperationOptions('flip', FLIP_RULES, options);
  return editOnCanvas('flip', images, {}, flipEdit(resolved));
}

/** Mirrors an image. */
export function flipEdit({ axis }: ResolvedOptions<FlipOptions>): CanvasEdit {
  return axis === 'horizontal' ? (canvas) => canvas.mirrorColumns() : (canvas) => canvas.mirrorRows();
}
