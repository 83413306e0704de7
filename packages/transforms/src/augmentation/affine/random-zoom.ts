import { type NdArray, type OptionRules, orNull, type ResolvedOptions } from '@fashion-mnist/core';
import { imageKernels } from '../../compiled/image-kernels.ts';
import type { Pixels } from '../../images/images.ts';
import { requirePixelValue } from '../../images/require-pixel-value.ts';
import { type Pair, spread, toInterval } from '../../options/pair-rules.ts';
import { resolveOperationOptions } from '../../options/resolve-options.ts';
import type { RandomOptions } from '../../random/random-options.ts';
import { splitRandomOptions } from '../../random/split-random-options.ts';
import { editImages, type ImageEdit } from '../editing/image-edit.ts';
import type { PictureSize } from '../editing/picture-size.ts';
import { affineMap, writeZoom } from './affine-map.ts';
import { imageSampler } from './sampling/image-sampler.ts';
import { paddableShape } from './sampling/padded-image.ts';
import { SAMPLING_RULES, type SamplingOptions } from './sampling-options.ts';

/** What `randomZoom` draws from. */
export interface RandomZoomOptions extends SamplingOptions {
  /**
   * How much more of the height is seen, as a share: `[min, max]`, or the most more and less, above -1. 0.2 shows 1.2 times
   * as much, all smaller; -0.2 shows 0.8 times as much, all larger. @default 0.1
   */
  readonly height?: number | Pair | undefined;
  /** The same for the width, drawn for itself; null for what is drawn for the height. @default null */
  readonly width?: number | Pair | null | undefined;
}

const SHARE = spread(0.1, { min: -0.999, max: 999 });

export const RANDOM_ZOOM_RULES: OptionRules<RandomZoomOptions> = {
  height: SHARE,
  width: orNull(SHARE),
  ...SAMPLING_RULES,
};

/**
 * Images zoomed in or out about their centre, each by chance: a pixel comes from `1 + share` times its distance to the
 * centre, the share drawn uniformly.
 *
 * @param images - Shape `[imageCount, height, width]`; borrowed.
 * @throws {TransformError} `E_OPTION` - an option outside its range, a fill that images of bytes cannot hold, or not one
 *   index for each image; `E_SHAPE` - no images, or one of 2^31 pixels or more.
 * @remarks Keras' definition; its own default is `border: 'reflect'`.
 * @see https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_zoom/
 */
export function randomZoom<P extends Pixels>(
  images: NdArray<P>,
  options: RandomZoomOptions & RandomOptions = {},
): NdArray<P> {
  const { random, own } = splitRandomOptions(options);
  const resolved = resolveOperationOptions('randomZoom', RANDOM_ZOOM_RULES, own);
  requirePixelValue('randomZoom.fill', resolved.fill, images);
  const edit = randomZoomEdit(images.data, paddableShape('randomZoom', images), resolved);
  return editImages('randomZoom', images, random, edit);
}

/** Zooms an image in place; draws for the height, then for the width. @param like - Pixels of the kind that will be edited. */
function randomZoomEdit(
  like: Pixels,
  size: PictureSize,
  options: ResolvedOptions<RandomZoomOptions>,
): ImageEdit {
  const sample = imageSampler(like, size, options, imageKernels());
  const [leastDown, mostDown] = toInterval(options.height);
  const width = options.width === null ? null : toInterval(options.width);
  const map = affineMap();
  return (pixels, start, random) => {
    const down = 1 + random.nextBetween(leastDown, mostDown);
    const across = width === null ? down : 1 + random.nextBetween(width[0], width[1]);
    writeZoom(map, size, across, down);
    sample(pixels, start, map);
  };
}
