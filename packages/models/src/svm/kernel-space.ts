import type { FeatureMatrix, FeatureScaling } from '../samples/features.ts';
import type { FeatureMoments } from './feature-moments.ts';
import type { ResolvedSvcOptions } from './svc-options.ts';

/** A kernel with all its constants. */
export interface KernelParameters {
  readonly kernel: ResolvedSvcOptions['kernel'];
  readonly gamma: number;
  readonly coef0: number;
  readonly degree: number;
}

/** Vectors of int16 or float32 in which a kernel is computed. */
export interface KernelSpace {
  readonly areFloats: boolean;
  /** As the compiled kernels number them. */
  readonly kind: number;
  readonly degree: number;
  /** Gamma in the unit of the inner products of vectors; negative for rbf. */
  readonly factor: number;
  readonly constant: number;
  readonly skews: Float64Array;
  /** How stored values become vectors: `value * multiplier - shift`. */
  readonly multipliers: Float32Array;
  readonly shifts: Float32Array;
}

const KINDS: readonly KernelParameters['kernel'][] = ['linear', 'poly', 'rbf', 'sigmoid'];
const LARGEST_INTEGER = 32_767;
/** Squared distances are sums of two squared lengths at most, since no product is negative: they must fit int32. */
const SQUARE_LIMIT = 2 ** 30;
/** Rounding to whole numbers lengthens vectors a little. */
const ROUNDING_ROOM = 0.99;
/**
 * Steps of a whole number in one standard deviation. Rounding then changes a squared distance by about 1e-3 of its
 * square root, and the optimum of the dual by some 1e-5 of itself.
 */
const FINE_ENOUGH = 64;

/** The kernel's constants for features of this variance. */
export function kernelParameters(
  { kernel, gamma, coef0, degree }: ResolvedSvcOptions,
  featureCount: number,
  variance: number,
): KernelParameters {
  if (kernel === 'linear') return { kernel, gamma: 1, coef0: 0, degree };
  const scaleGamma = variance === 0 ? 1 : 1 / (featureCount * variance);
  const resolved = gamma === 'scale' ? scaleGamma : gamma === 'auto' ? 1 / featureCount : gamma;
  return { kernel, gamma: resolved, coef0, degree };
}

/** Whole numbers where they are exact or fine enough, else floats. */
export function kernelSpace(
  parameters: KernelParameters,
  matrix: FeatureMatrix,
  moments: FeatureMoments,
): KernelSpace {
  const unit = integerUnit(parameters, matrix, moments);
  return unit === undefined
    ? floatSpace(parameters, matrix, moments.mean)
    : integerSpace(parameters, matrix, unit);
}

/**
 * Float32 vectors around a centre, which keeps inner products small.
 *
 * @param centre - In the unit of the features.
 */
export function floatSpace(
  parameters: KernelParameters,
  { featureCount, scaling }: Pick<FeatureMatrix, 'featureCount' | 'scaling'>,
  centre: Float64Array,
): KernelSpace {
  const { kernel, gamma, coef0 } = parameters;
  const origin = originOf(featureCount, scaling);
  const shifts = Float32Array.from(centre, (value, i) => value + origin[i]!);
  const skews = Float64Array.from(centre);
  return {
    ...shared(parameters),
    areFloats: true,
    factor: kernel === 'rbf' ? -gamma : gamma,
    constant: (gamma * dot(skews, skews) + coef0) / 2,
    skews,
    multipliers: multipliersOf(featureCount, scaling, 1),
    shifts,
  };
}

/** Whether whole numbers can hold every row of a matrix, one by one. */
export function fitsIntegers(
  { multipliers }: KernelSpace,
  { data, sampleCount, featureCount }: FeatureMatrix,
): boolean[] {
  return Array.from({ length: sampleCount }, (_, row) => {
    let [square, largest] = [0, 0];
    for (let i = 0; i < featureCount; i++) {
      const value = Math.abs(data[row * featureCount + i]! * multipliers[i]!);
      square += value * value;
      if (value > largest) largest = value;
    }
    return largest < LARGEST_INTEGER && square < SQUARE_LIMIT * ROUNDING_ROOM;
  });
}

/** How many whole numbers the unit of the features is divided into; undefined where that is not fine enough. */
function integerUnit(
  { kernel }: KernelParameters,
  { data, scaling }: FeatureMatrix,
  { variance, largestValue, largestSquare }: FeatureMoments,
): number | undefined {
  if (!(data instanceof Uint8Array)) return undefined;
  const limit = Math.min(LARGEST_INTEGER / largestValue, Math.sqrt(SQUARE_LIMIT / largestSquare));
  const unit = Math.floor(Math.min(LARGEST_INTEGER, ROUNDING_ROOM * limit));
  if (scaling === undefined) return unit >= 1 ? 1 : undefined;
  // In a linear kernel of few features duals are barely determined, and rounding moves them far.
  return kernel !== 'linear' && unit * Math.sqrt(variance) >= FINE_ENOUGH ? unit : undefined;
}

/** Vectors of `round(unit * value / scale)`: distances do not need the mean, and products are corrected for it. */
function integerSpace(
  parameters: KernelParameters,
  { featureCount, scaling }: FeatureMatrix,
  unit: number,
): KernelSpace {
  const { kernel, gamma, coef0 } = parameters;
  const origin = originOf(featureCount, scaling);
  return {
    ...shared(parameters),
    areFloats: false,
    factor: (kernel === 'rbf' ? -gamma : gamma) / unit ** 2,
    constant: (gamma * dot(origin, origin) + coef0) / 2,
    skews: origin.map((value) => -unit * value),
    multipliers: multipliersOf(featureCount, scaling, unit),
    shifts: new Float32Array(featureCount),
  };
}

function shared({ kernel, degree }: KernelParameters): Pick<KernelSpace, 'kind' | 'degree'> {
  return { kind: KINDS.indexOf(kernel), degree };
}

/** Where the stored value 0 lies below the feature 0. */
function originOf(featureCount: number, scaling: FeatureScaling | undefined): Float64Array {
  if (scaling === undefined) return new Float64Array(featureCount);
  return scaling.mean.map((value, i) => value / scaling.scale[i]!);
}

function multipliersOf(
  featureCount: number,
  scaling: FeatureScaling | undefined,
  unit: number,
): Float32Array {
  return Float32Array.from({ length: featureCount }, (_, i) => unit / (scaling?.scale[i] ?? 1));
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
