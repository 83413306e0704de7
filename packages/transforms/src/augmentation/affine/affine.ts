import { type NdArray, type OptionRules, type ResolvedOptions, real } from '@fashion-mnist/core';
import { imageKernels } from '../../compiled/image-kernels.ts';
import type { Pixels } from '../../images/images.ts';
import { requirePixelValue } from '../../images/require-pixel-value.ts';
import { resolveOperationOptions } from '../../options/resolve-options.ts';
import { editImages, type ImageEdit } from '../editing/image-edit.ts';
import type { PictureSize } from '../editing/picture-size.ts';
import { affineMap, writePlacement } from './affine-map.ts';
import { imageSampler } from './sampling/image-sampler.ts';
import { paddableShape } from './sampling/padded-image.ts';
import { SAMPLING_RULES, type SamplingOptions } from './sampling-options.ts';

/** How `affine` places images. */
export interface AffineOptions extends SamplingOptions {
  /** Rotation in degrees, clockwise, as torchvision's `affine` has it; `rotate` turns the other way. @default 0 */
  readonly degrees?: number | undefined;
  /** Pixels to the right, also parts of one, after all else. @default 0 */
  readonly right?: number | undefined;
  /** Pixels down, also parts of one, after all else. @default 0 */
  readonly down?: number | undefined;
  /** How many times as large, `0.001..1000`. @default 1 */
  readonly scale?: number | undefined;
  /** Degrees that vertical lines lean to the right: their upper ends go there. Between -90 and 90. @default 0 */
  readonly shearX?: number | undefined;
  /** Degrees that horizontal lines rise to the right: their right ends go up. Between -90 and 90. @default 0 */
  readonly shearY?: number | undefined;
}

const SHIFT = real(0, { min: -1e6, max: 1e6 });
const SHEAR = real(0, { above: -90, below: 90 });

export const AFFINE_RULES: OptionRules<AffineOptions> = {
  degrees: real(0, { min: -1e6, max: 1e6 }),
  right: SHIFT,
  down: SHIFT,
  scale: real(1, { min: 0.001, max: 1000 }),
  shearX: SHEAR,
  shearY: SHEAR,
  ...SAMPLING_RULES,
};

/**
 * Images turned, scaled, sheared and moved, all alike, about their centre; their size stays. A turn by 180 degrees is exact,
 * and one by 90 where height and width are both even or both odd; else a quarter turn falls between pixels.
 *
 * @param images - Shape `[imageCount, height, width]`; borrowed.
 * @throws {TransformError} `E_OPTION` - an option outside its range, or a fill that images of bytes cannot hold;
 *   `E_SHAPE` - no images, or one of 2^31 pixels or more.
 * @remarks What torchvision 0.14 computes for tensors: bytes differ by 1 at most, floats by 1e-5. The centre of an image is
 *   `(width / 2, height / 2)`, that of a pixel half a pixel from its edges; bytes are rounded to nearest, ties to even.
 *   Around the image is `fill`, into which its border blends; for a `fill=` that it is given torchvision blends otherwise,
 *   which is `border: 'masked-fill'`. For PIL images torchvision cuts decimals off and blends no border.
 * @see torchvision.transforms.functional.affine; test/golden/torchvision-affine.py
 */
export function affine<P extends Pixels>(images: NdArray<P>, options: AffineOptions = {}): NdArray<P> {
  const resolved = resolveOperationOptions('affine', AFFINE_RULES, options);
  return placeImages('affine', images, resolved);
}

/** What `affine` does, for the operations that are cases of it. */
export function placeImages<P extends Pixels>(
  operation: string,
  images: NdArray<P>,
  options: ResolvedOptions<AffineOptions>,
): NdArray<P> {
  requirePixelValue(`${operation}.fill`, options.fill, images);
  return editImages(
    operation,
    images,
    {},
    affineEdit(images.data, paddableShape(operation, images), options),
  );
}

/** Places an image in place. @param like - Pixels of the kind that will be edited. */
function affineEdit(like: Pixels, size: PictureSize, options: ResolvedOptions<AffineOptions>): ImageEdit {
  const map = affineMap();
  writePlacement(map, size, options);
  const sample = imageSampler(like, size, options, imageKernels());
  return (pixels, start) => sample(pixels, start, map);
}
