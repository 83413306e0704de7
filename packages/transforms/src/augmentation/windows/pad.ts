import { type NdArray, type OptionRules, oneOf, whole } from '@fashion-mnist/core';
import { TransformError } from '../../errors.ts';
import { blankPixels, imageShape, type Pixels } from '../../images/images.ts';
import { requirePixelValue } from '../../images/require-pixel-value.ts';
import { float32 } from '../../options/float32-rule.ts';
import { resolveOperationOptions } from '../../options/resolve-options.ts';
import { copyWindow } from './copy-window.ts';

/** What is around an image: `'constant'` a fixed value, `'reflect'` the image mirrored at its outermost pixels. */
export type PadMode = 'constant' | 'reflect';

/** What `pad` surrounds images with. */
export interface PadOptions {
  /** Whole pixels on each of the four sides. @default 4 */
  readonly pixels?: number | undefined;
  /**
   * `'constant'` surrounds an image with `fill`, `'reflect'` with its own rows and columns, the outermost not repeated:
   * `a b c` becomes `c b a b c b a`. @default 'constant'
   */
  readonly mode?: PadMode | undefined;
  /** Value of the pixels around, of the mode `'constant'`. @default 0 */
  readonly fill?: number | undefined;
}

export const PAD_RULES: OptionRules<PadOptions> = {
  pixels: whole(4, { min: 0, max: 2 ** 15 }),
  mode: oneOf('constant', ['constant', 'reflect']),
  fill: float32(0),
};

/**
 * Images with more pixels on all sides; exact.
 *
 * @param images - Shape `[imageCount, height, width]`; borrowed.
 * @returns Shape `[imageCount, height + 2 * pixels, width + 2 * pixels]`.
 * @throws {TransformError} `E_OPTION` - an option outside its range, a fill that images of bytes cannot hold, or images with
 *   too few pixels to be mirrored; `E_SHAPE` - no images.
 * @remarks Pad before images are normalised: 0 is black before, the mean after.
 * @see torchvision.transforms.functional.pad
 */
export function pad<P extends Pixels>(images: NdArray<P>, options: PadOptions = {}): NdArray<P> {
  const { pixels, mode, fill } = resolveOperationOptions('pad', PAD_RULES, options);
  requirePixelValue('pad.fill', fill, images);
  const { imageCount, height, width } = imageShape('pad', images);
  if (mode === 'reflect' && pixels >= Math.min(height, width))
    throw new TransformError(
      'E_OPTION',
      `pad.pixels: expected fewer pixels than images of ${height} x ${width} have on a side to mirror them, got ${pixels}`,
    );
  const [paddedHeight, paddedWidth] = [height + 2 * pixels, width + 2 * pixels];
  const paddedSize = paddedHeight * paddedWidth;
  const data = blankPixels(images.data, imageCount * paddedSize);
  if (fill !== 0) data.fill(fill);
  for (let image = 0; image < imageCount; image++) {
    const start = image * paddedSize;
    const inner = start + pixels * paddedWidth + pixels;
    copyWindow(images.data, image * height * width, width, data, inner, paddedWidth, height, width);
    if (mode === 'reflect') reflectAround(data, start, paddedHeight, paddedWidth, pixels);
  }
  return { data, shape: [imageCount, paddedHeight, paddedWidth] };
}

/** Mirrors the middle of an image into its margins: first sideways, then whole rows. */
function reflectAround(data: Pixels, start: number, height: number, width: number, margin: number): void {
  for (let row = margin; row < height - margin; row++) {
    const left = start + row * width + margin;
    const right = left + width - 2 * margin - 1;
    for (let step = 1; step <= margin; step++) {
      data[left - step] = data[left + step] as number;
      data[right + step] = data[right - step] as number;
    }
  }
  const top = start + margin * width;
  const bottom = start + (height - margin - 1) * width;
  for (let step = 1; step <= margin; step++) {
    data.copyWithin(top - step * width, top + step * width, top + (step + 1) * width);
    data.copyWithin(bottom + step * width, bottom - step * width, bottom - (step - 1) * width);
  }
}
