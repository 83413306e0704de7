import { type NdArray, sampleShape } from '@fashion-mnist/core';

/** Moves every feature to mean 0 and standard deviation 1 of the samples that it was fitted to. */
export interface StandardScaler {
  /** One mean per feature. */
  readonly mean: Float64Array;
  /** One divisor per feature: the population standard deviation, or 1 for a constant feature. */
  readonly scale: Float64Array;
  /**
   * `(x - mean) / scale`, rounded once to float32; keeps the shape.
   *
   * @throws {RangeError} when the samples have another number of features.
   */
  transform(samples: NdArray<Uint8Array | Float32Array>): NdArray<Float32Array>;
}

/**
 * A scaler fitted to samples, feature by feature.
 *
 * @param samples - Shape `[sampleCount, ...featureShape]`, at least one sample; borrowed.
 * @throws {RangeError} when there is no sample.
 * @see sklearn.preprocessing.StandardScaler
 */
export function standardScaler(samples: NdArray<Uint8Array | Float32Array>): StandardScaler {
  const { sampleCount, featureCount } = sampleShape(samples);
  if (sampleCount === 0) throw new RangeError('standardScaler: expected at least one sample, got none');
  const mean = featureSums(samples.data, featureCount).map((sum) => sum / sampleCount);
  const scale = squaredDeviations(samples.data, mean).map((sum) => Math.sqrt(sum / sampleCount) || 1);

  return {
    mean,
    scale,
    transform(others) {
      const shape = sampleShape(others);
      if (shape.featureCount !== featureCount) {
        throw new RangeError(`expected ${featureCount} features as fitted, got ${shape.featureCount}`);
      }
      const data = new Float32Array(others.data.length);
      for (let start = 0; start < data.length; start += featureCount) {
        for (let feature = 0; feature < featureCount; feature++) {
          const value = others.data[start + feature] as number;
          data[start + feature] = (value - (mean[feature] as number)) / (scale[feature] as number);
        }
      }
      return { data, shape: others.shape };
    },
  };
}

function featureSums(data: Uint8Array | Float32Array, featureCount: number): Float64Array {
  const sums = new Float64Array(featureCount);
  for (let start = 0; start < data.length; start += featureCount) {
    for (let feature = 0; feature < featureCount; feature++) {
      sums[feature] = (sums[feature] as number) + (data[start + feature] as number);
    }
  }
  return sums;
}

function squaredDeviations(data: Uint8Array | Float32Array, mean: Float64Array): Float64Array {
  const sums = new Float64Array(mean.length);
  for (let start = 0; start < data.length; start += mean.length) {
    for (let feature = 0; feature < mean.length; feature++) {
      const deviation = (data[start + feature] as number) - (mean[feature] as number);
      sums[feature] = (sums[feature] as number) + deviation * deviation;
    }
  }
  return sums;
}
