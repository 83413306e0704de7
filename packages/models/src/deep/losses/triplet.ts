import { type OptionRules, orNull, real } from '@fashion-mnist/core';
import { resolveOptions } from '../../options/resolve-options.ts';

/** How far apart `triplet` wants classes. */
export interface TripletOptions {
  /**
   * How much nearer the farthest image of the same class should be than the nearest of another one; `null` for the soft
   * margin `log(1 + exp(difference))`. @default 0.2
   */
  readonly margin?: number | null | undefined;
}

/** What `triplet` gives; JSON can say it. */
export interface TripletLoss {
  readonly kind: 'triplet';
  readonly margin: number | null;
}

const RULES: OptionRules<TripletOptions> = { margin: orNull(real(0.2, { min: 0 }), 0.2) };

/**
 * Triplet loss with batch-hard mining on Euclidean distances: answers are features, `[batchSize, featureCount]`, not
 * scores of classes. An image counts when its batch has another one of its class and one of another class; the mean is
 * over those.
 *
 * @throws {ModelsError} `E_OPTION` - a value outside its range.
 * @see Hermans, Beyer & Leibe 2017, "In defense of the triplet loss for person re-identification", equations 5 and 8
 */
export function triplet(options: TripletOptions = {}): TripletLoss {
  return Object.freeze({ kind: 'triplet', ...resolveOptions('triplet', RULES, options) });
}
