import type { Labels } from '../classifier.ts';
import { requirePairs } from './require-pairs.ts';
import { type WeightedMetricOptions, weightedMean, weightsOf } from './sample-weight-option.ts';

/** What `accuracyScore` gives, and how much samples count. */
export interface AccuracyScoreOptions extends WeightedMetricOptions {
  /** Whether to give the share of right samples, or their number. @default true */
  readonly normalize?: boolean | undefined;
}

/**
 * The share of samples whose predicted label is the true one, `0..1`.
 *
 * @throws {ModelsError} `E_SHAPE` - the lengths differ, or there is no label; `E_NOT_FINITE` - weights.
 * @see sklearn.metrics.accuracy_score
 */
export function accuracyScore(yTrue: Labels, yPred: Labels, options: AccuracyScoreOptions = {}): number {
  requirePairs(yTrue, yPred);
  const weights = weightsOf(options, yTrue.length);
  const isRight = weights.map((_, i) => Number(yTrue[i] === yPred[i]));
  if (options.normalize ?? true) return weightedMean(isRight, weights);
  return isRight.reduce((sum, right, i) => sum + right * weights[i]!, 0);
}
