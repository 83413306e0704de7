import { type NdArray, type OptionRules, type ResolvedOptions, whole } from '@fashion-mnist/core';
import type { Pixels } from '../../images/images.ts';
import { requirePixelValue } from '../../images/require-pixel-value.ts';
import { float32 } from '../../options/float32-rule.ts';
import { resolveOperationOptions } from '../../options/resolve-options.ts';
import { type CanvasEdit, editOnCanvas } from '../editing/canvas-edit.ts';

/** Where `shift` moves images. */
export interface ShiftOptions {
  /** Whole pixels to the right; negative ones to the left. @default 0 */
  readonly right?: number | undefined;
  /** Whole pixels down; negative ones up. @default 0 */
  readonly down?: number | undefined;
  /** Value of the pixels that come in. @default 0 */
  readonly fill?: number | undefined;
}

export const SHIFT_RULES: OptionRules<ShiftOptions> = { right: whole(0), down: whole(0), fill: float32(0) };

/**
 * Images moved by whole pixels; exact. What leaves is lost, what comes in is `fill`.
 *
 * @param images - Shape `[imageCount, height, width]`; borrowed.
 * @throws {TransformError} `E_OPTION` - an option outside its range, or a fill that images of bytes cannot hold;
 *   `E_SHAPE` - no images, or one of 2^31 pixels or more.
 * @remarks Keras' RandomTranslation fills by reflection unless told otherwise; this and torchvision with 0.
 */
export function shift<P extends Pixels>(images: NdArray<P>, options: ShiftOptions = {}): NdArray<P> {
  const resolved = resolveOperationOptions('shift', SHIFT_RULES, options);
  requirePixelValue('shift.fill', resolved.fill, images);
  return editOnCanvas('shift', images, {}, shiftEdit(resolved));
}

/** Moves an image. */
export function shiftEdit({ right, down, fill }: ResolvedOptions<ShiftOptions>): CanvasEdit {
  return (canvas) => canvas.move(right, down, fill);
}
