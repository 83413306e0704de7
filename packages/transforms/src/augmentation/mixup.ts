import { type OptionRules, type ResolvedOptions, real } from '@fashion-mnist/core';
import type { Batch } from '../images/batch.ts';
import type { Pixels } from '../images/images.ts';
import { roundingView } from '../images/rounding-view.ts';
import { resolveOperationOptions } from '../options/resolve-options.ts';
import type { RandomOptions } from '../random/random-options.ts';
import { splitRandomOptions } from '../random/split-random-options.ts';
import { symmetricBeta } from '../random/symmetric-beta.ts';
import { type MixPicture, mixBatch } from './mix-batch.ts';
import { type MixingOptions, wholePool } from './mixing-pool.ts';

/** What `mixup` draws from. */
export interface MixupOptions {
  /** Shares are drawn from Beta(alpha, alpha); above 0. The smaller, the less is mixed. @default 1, uniform */
  readonly alpha?: number | undefined;
}

export const MIXUP_RULES: OptionRules<MixupOptions> = { alpha: real(1, { above: 0 }) };

/**
 * Each picture and its labels averaged with those of a random partner: `share * own + (1 - share) * partner's`, the share
 * drawn for each picture.
 *
 * @param batch - Images of shape `[imageCount, height, width]`, labels of `[imageCount, classCount]` if there are any;
 *   borrowed.
 * @returns New pixels of the same kind and shape, bytes rounded to the nearest, ties to even; new labels, whose rows still
 *   add up to 1: exactly for one-hot labels.
 * @throws {TransformError} `E_OPTION` - an option outside its range; `E_SHAPE` - the batch or the pool is not valid.
 * @remarks The same bytes on every platform: see `symmetricBeta`.
 * @see Zhang, Cisse, Dauphin & Lopez-Paz 2018, "mixup: beyond empirical risk minimization"
 */
export function mixup<P extends Pixels>(
  batch: Batch<P>,
  options: MixupOptions & MixingOptions<P> & RandomOptions = {},
): Batch<P> {
  const {
    random,
    own: { pool = batch, ...own },
  } = splitRandomOptions(options);
  const resolved = resolveOperationOptions('mixup', MIXUP_RULES, own);
  return mixBatch('mixup', batch, wholePool('mixup', pool), random, mixupPicture(resolved));
}

/** Mixes one picture: draws its share. */
export function mixupPicture({ alpha }: ResolvedOptions<MixupOptions>): MixPicture {
  return (picture, partner, mixed, random) => {
    const share = symmetricBeta(random, alpha);
    const rounded = roundingView(mixed);
    for (let i = 0; i < rounded.length; i++)
      rounded[i] = share * (picture[i] as number) + (1 - share) * (partner[i] as number);
    return share;
  };
}
