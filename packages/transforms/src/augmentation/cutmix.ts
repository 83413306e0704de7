import { type OptionRules, type ResolvedOptions, real } from '@fashion-mnist/core';
import type { Batch } from '../images/batch.ts';
import type { Pixels } from '../images/images.ts';
import { resolveOperationOptions } from '../options/resolve-options.ts';
import type { ImageRandom } from '../random/image-random.ts';
import type { RandomOptions } from '../random/random-options.ts';
import { splitRandomOptions } from '../random/split-random-options.ts';
import { symmetricBeta } from '../random/symmetric-beta.ts';
import type { PictureSize } from './editing/picture-size.ts';
import type { Box } from './erasing/box.ts';
import { type MixPicture, mixBatch } from './mix-batch.ts';
import { type MixingOptions, wholePool } from './mixing-pool.ts';
import { copyWindow } from './windows/copy-window.ts';

/** What `cutmix` draws from. */
export interface CutmixOptions {
  /** Shares are drawn from Beta(alpha, alpha); above 0. @default 1, uniform */
  readonly alpha?: number | undefined;
}

export const CUTMIX_RULES: OptionRules<CutmixOptions> = { alpha: real(1, { above: 0 }) };

/**
 * Each picture with a box of a random partner pasted over it, and its labels mixed by the areas.
 *
 * The box has the picture's proportions and `1 - share` of its area, the share drawn for each picture; its centre is a
 * random pixel, and what lies outside is cut off. The labels follow from the box that is left.
 *
 * @param batch - Images of shape `[imageCount, height, width]`, labels of `[imageCount, classCount]` if there are any;
 *   borrowed.
 * @returns New pixels of the same kind and shape; new labels, whose rows still add up to 1: exactly for one-hot labels.
 * @throws {TransformError} `E_OPTION` - an option outside its range; `E_SHAPE` - the batch or the pool is not valid.
 * @remarks The same bytes on every platform: see `symmetricBeta`. As in the authors' code, half a side is a whole number
 *   of pixels, rounded down.
 * @see Yun et al. 2019, "CutMix: regularization strategy to train strong classifiers with localizable features"; its code,
 *   github.com/clovaai/CutMix-PyTorch; torchvision.transforms.v2.CutMix
 */
export function cutmix<P extends Pixels>(
  batch: Batch<P>,
  options: CutmixOptions & MixingOptions<P> & RandomOptions = {},
): Batch<P> {
  const {
    random,
    own: { pool = batch, ...own },
  } = splitRandomOptions(options);
  const resolved = resolveOperationOptions('cutmix', CUTMIX_RULES, own);
  return mixBatch('cutmix', batch, wholePool('cutmix', pool), random, cutmixPicture(resolved));
}

/** Mixes one picture: draws its share, then the middle of the box, column and row. */
export function cutmixPicture({ alpha }: ResolvedOptions<CutmixOptions>): MixPicture {
  const box: Box = { top: 0, left: 0, height: 0, width: 0 };
  return (picture, partner, mixed, random, size) => {
    drawBox(random, size, symmetricBeta(random, alpha), box);
    mixed.set(picture);
    const first = box.top * size.width + box.left;
    copyWindow(partner, first, size.width, mixed, first, size.width, box.height, box.width);
    return 1 - (box.height * box.width) / picture.length;
  };
}

/** Writes a box by chance. */
function drawBox(random: ImageRandom, { height, width }: PictureSize, share: number, box: Box): void {
  const x = random.nextInt(width);
  const y = random.nextInt(height);
  const half = Math.sqrt(1 - share) / 2;
  const [halfWidth, halfHeight] = [Math.floor(width * half), Math.floor(height * half)];
  box.top = Math.max(0, y - halfHeight);
  box.left = Math.max(0, x - halfWidth);
  box.height = Math.min(height, y + halfHeight) - box.top;
  box.width = Math.min(width, x + halfWidth) - box.left;
}
