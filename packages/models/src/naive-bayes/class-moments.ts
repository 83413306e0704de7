/** Mean and variance of every feature in every class. */
export interface ClassMoments {
  /** Weight of all samples of each class. */
  readonly counts: Float64Array;
  /** Shape `[classCount, featureCount]`. */
  readonly means: Float64Array;
  /** The mean squared distances to the means, as large. */
  readonly variances: Float64Array;
}

/** The largest variance of a feature over the samples of all classes. */
export function largestVariance({ counts, means, variances }: ClassMoments): number {
  const featureCount = means.length / counts.length;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const average = (valueOf: (at: number) => number, feature: number): number =>
    counts.reduce((sum, count, code) => sum + count * valueOf(code * featureCount + feature), 0) / total;
  let largest = 0;
  for (let feature = 0; feature < featureCount; feature++) {
    const mean = average((at) => means[at]!, feature);
    largest = Math.max(
      largest,
      average((at) => variances[at]! + (means[at]! - mean) ** 2, feature),
    );
  }
  return largest;
}

/** The moments of `(value - mean) / scale`, feature by feature; a class without weight keeps means of 0. */
export function scaledMoments(
  { counts, means, variances }: ClassMoments,
  { mean, scale }: { readonly mean: Float64Array; readonly scale: Float64Array },
): ClassMoments {
  const width = mean.length;
  return {
    counts,
    means: means.map((value, i) =>
      counts[Math.floor(i / width)] === 0 ? 0 : (value - mean[i % width]!) / scale[i % width]!,
    ),
    variances: variances.map((value, i) => value / scale[i % width]! ** 2),
  };
}
