import type { FeatureMatrix } from '../samples/features.ts';

/** Mean and variance of each feature over all samples. */
export interface FeatureMoments {
  readonly mean: Float64Array;
  /** Divisor: the number of samples. */
  readonly variance: Float64Array;
}

/** Moments of the features themselves; those of bytes come from exact sums. */
export function featureMoments(matrix: FeatureMatrix): FeatureMoments {
  const { data, scaling } = matrix;
  const stored = data instanceof Uint8Array ? momentsOfBytes(data, matrix) : momentsOfFloats(data, matrix);
  if (scaling === undefined) return stored;
  const { mean, scale } = scaling;
  return {
    mean: stored.mean.map((value, feature) => (value - mean[feature]!) / scale[feature]!),
    variance: stored.variance.map((value, feature) => value / scale[feature]! ** 2),
  };
}

/** Sums of squares of bytes stay below 2^53 for more samples than memory holds. */
function momentsOfBytes(data: Uint8Array, { sampleCount, featureCount }: FeatureMatrix): FeatureMoments {
  const sums = new Float64Array(featureCount);
  const squares = new Float64Array(featureCount);
  for (let start = 0; start < data.length; start += featureCount) {
    for (let feature = 0; feature < featureCount; feature++) {
      const value = data[start + feature]!;
      sums[feature]! += value;
      squares[feature]! += value * value;
    }
  }
  const mean = sums.map((sum) => sum / sampleCount);
  const variance = squares.map(
    (square, feature) => (sampleCount * square - sums[feature]! ** 2) / sampleCount ** 2,
  );
  return { mean, variance };
}

function momentsOfFloats(data: Float32Array, { sampleCount, featureCount }: FeatureMatrix): FeatureMoments {
  const mean = new Float64Array(featureCount);
  for (let start = 0; start < data.length; start += featureCount)
    for (let feature = 0; feature < featureCount; feature++) mean[feature]! += data[start + feature]!;
  for (let feature = 0; feature < featureCount; feature++) mean[feature]! /= sampleCount;
  const variance = new Float64Array(featureCount);
  for (let start = 0; start < data.length; start += featureCount) {
    for (let feature = 0; feature < featureCount; feature++) {
      const deviation = data[start + feature]! - mean[feature]!;
      variance[feature]! += (deviation * deviation) / sampleCount;
    }
  }
  return { mean, variance };
}
