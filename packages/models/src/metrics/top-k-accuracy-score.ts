import type { Labels } from '../classifier.ts';
import { ModelsError } from '../errors.ts';
import { type WeightedMetricOptions, weightedMean, weightsOf } from './sample-weight-option.ts';
import { type LabelsOption, type ScoredSamples, type Scores, scoredSamples } from './scored-samples.ts';

/** What `topKAccuracyScore` takes for right, and how much samples count. */
export interface TopKAccuracyScoreOptions extends WeightedMetricOptions, LabelsOption {
  /** Among how many classes of the highest scores the true one may be. @default 2 */
  readonly k?: number | undefined;
  /** Whether to give the share of such samples, or their number. @default true */
  readonly normalize?: boolean | undefined;
}

/**
 * The share of samples whose true class is among the `k` of the highest scores; of equal scores, the last class comes
 * first.
 *
 * @param scores - Shape `[sampleCount, classCount]`, or `[sampleCount]` of the second of two classes, which is predicted
 *   above 0.5 where all scores lie in `0..1`, and else above 0.
 * @throws {ModelsError} `E_SHAPE`; `E_LABELS`; `E_NOT_FINITE`; `E_OPTION` - `k` is no whole number >= 1.
 * @see sklearn.metrics.top_k_accuracy_score
 */
export function topKAccuracyScore(
  yTrue: Labels,
  scores: Scores,
  options: TopKAccuracyScoreOptions = {},
): number {
  const { k = 2, normalize = true } = options;
  if (!Number.isSafeInteger(k) || k < 1)
    throw new ModelsError('E_OPTION', `k: expected a whole number >= 1, got ${k}`);
  const samples = scoredSamples(yTrue, scores, options);
  const weights = weightsOf(options, yTrue.length);
  const ranks = samples.isBinary ? binaryRanks(samples) : ranksOfTruth(samples);
  const hits = Float64Array.from(ranks, (rank) => Number(rank < k));
  if (normalize) return weightedMean(hits, weights);
  return hits.reduce((sum, hit, sample) => sum + hit * weights[sample]!, 0);
}

/** How many classes come before the true one. */
function ranksOfTruth({ classes, codes, scores }: ScoredSamples): Int32Array {
  return codes.map((code, sample) => {
    const row = scores.subarray(sample * classes.length, (sample + 1) * classes.length);
    let before = 0;
    for (let other = 0; other < row.length; other++)
      if (row[other]! > row[code]! || (row[other] === row[code] && other > code)) before++;
    return before;
  });
}

function binaryRanks({ codes, scores }: ScoredSamples): Int32Array {
  const threshold = scores.every((score) => score >= 0 && score <= 1) ? 0.5 : 0;
  return codes.map((code, sample) => (Number(scores[sample]! > threshold) === code ? 0 : 1));
}
