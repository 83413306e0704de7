import type { NdArray } from '@fashion-mnist/core';
import type { Pixels } from '../images/images.ts';
import { applyLines, type FeatureLines, invertLines } from './feature-lines.ts';
import { fittingSamples } from './fitting-samples.ts';
import { savedLists, savedState, stateError } from './scaler-state.ts';

/** Moves every feature to mean 0 and standard deviation 1 of the samples that it was fitted to. */
export interface StandardScaler {
  /** One mean per feature; a copy. */
  readonly mean: Float64Array;
  /** One divisor per feature: the population standard deviation, or 1 for a constant feature; a copy. */
  readonly scale: Float64Array;
  /**
   * `(x - mean) / scale`, rounded once to float32.
   *
   * @param samples - Shape `[sampleCount, ...featureShape]`, as many features as fitted; borrowed.
   * @returns New numbers of the same shape.
   * @throws {TransformError} `E_SHAPE` - another number of features.
   */
  transform(samples: NdArray<Pixels>): NdArray<Float32Array>;
  /**
   * Undoes `transform`: `x * scale + mean`, rounded once to float32.
   *
   * @param samples - Shape `[sampleCount, ...featureShape]`, as many features as fitted; borrowed.
   * @returns New numbers of the same shape, also where bytes had been transformed.
   * @throws {TransformError} `E_SHAPE` - another number of features.
   */
  inverse(samples: NdArray<Pixels>): NdArray<Float32Array>;
  /** Everything that `standardScalerFrom` needs; `JSON.stringify` calls it. */
  toJSON(): StandardScalerState;
}

/** A fitted `StandardScaler` in JSON. */
export interface StandardScalerState {
  readonly operation: 'standard-scaler';
  readonly mean: readonly number[];
  readonly scale: readonly number[];
}

const NAME = 'standardScaler';
const OPERATION = 'standard-scaler';

/**
 * A scaler fitted to samples, feature by feature.
 *
 * @param samples - Shape `[sampleCount, ...featureShape]`, at least one sample; borrowed.
 * @throws {TransformError} `E_SHAPE` - there is no sample or no feature; `E_OPTION` - a number is not finite.
 * @remarks A constant feature is only moved. scikit-learn ignores NaN; here it is an error.
 * @see sklearn.preprocessing.StandardScaler, matched to 1e-6 (test/golden/scikit-learn.json)
 */
export function standardScaler(samples: NdArray<Pixels>): StandardScaler {
  const { sampleCount, featureCount } = fittingSamples(NAME, samples);
  const mean = featureSums(samples.data, featureCount).map((sum) => sum / sampleCount);
  const variance = squaredDeviations(samples.data, mean).map((sum) => sum / sampleCount);
  const scale = variance.map((value, feature) =>
    isConstant(value, mean[feature] as number, sampleCount) ? 1 : Math.sqrt(value),
  );
  return fitted({ offset: mean, divisor: scale });
}

/**
 * A scaler from its saved state.
 *
 * @param json - What `JSON.parse` makes of a stringified `StandardScaler`.
 * @throws {TransformError} `E_STATE` - it is something else.
 */
export function standardScalerFrom(json: unknown): StandardScaler {
  const state = savedState(OPERATION, json, ['mean', 'scale']);
  const { mean, scale } = savedLists(OPERATION, state, ['mean', 'scale']);
  const wrong = scale.findIndex((divisor) => divisor <= 0);
  if (wrong >= 0) throw stateError(OPERATION, `scale[${wrong}]: expected a number > 0, got ${scale[wrong]}`);
  return fitted({ offset: mean, divisor: scale });
}

function fitted(lines: FeatureLines): StandardScaler {
  const { offset: mean, divisor: scale } = lines;
  return {
    mean: mean.slice(),
    scale: scale.slice(),
    transform: (samples) => applyLines(`${NAME}.transform`, samples, lines),
    inverse: (samples) => invertLines(`${NAME}.inverse`, samples, lines),
    toJSON: () => ({ operation: OPERATION, mean: [...mean], scale: [...scale] }),
  };
}

/** Whether nothing but rounding errors varies, by scikit-learn's bound for them. */
function isConstant(variance: number, mean: number, sampleCount: number): boolean {
  const error = sampleCount * Number.EPSILON;
  const errorOfMean = error * mean;
  return variance <= error * variance + errorOfMean * errorOfMean;
}

function featureSums(data: Pixels, featureCount: number): Float64Array {
  const sums = new Float64Array(featureCount);
  for (let start = 0; start < data.length; start += featureCount) {
    for (let feature = 0; feature < featureCount; feature++) {
      sums[feature] = (sums[feature] as number) + (data[start + feature] as number);
    }
  }
  return sums;
}

function squaredDeviations(data: Pixels, mean: Float64Array): Float64Array {
  const sums = new Float64Array(mean.length);
  for (let start = 0; start < data.length; start += mean.length) {
    for (let feature = 0; feature < mean.length; feature++) {
      const deviation = (data[start + feature] as number) - (mean[feature] as number);
      sums[feature] = (sums[feature] as number) + deviation * deviation;
    }
  }
  return sums;
}
