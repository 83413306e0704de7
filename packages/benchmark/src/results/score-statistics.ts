export interface ScoreStatistics {
  /** null of no score. */
  readonly mean: number | null;
  /** Twice the standard deviation over all scores, as `numpy.std() * 2`; null of no score. */
  readonly doubledDeviation: number | null;
}

/**
 * Mean of scores, and how far they spread.
 *
 * @see benchmark/runner.py of the original: `mean_accuracy`, `std_accuracy`
 */
export function scoreStatistics(scores: readonly number[]): ScoreStatistics {
  if (scores.length === 0) return { mean: null, doubledDeviation: null };
  const mean = average(scores);
  const variance = average(scores.map((score) => (score - mean) ** 2));
  return { mean, doubledDeviation: 2 * Math.sqrt(variance) };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
