import {
  flag,
  type NdArray,
  type OptionRule,
  type OptionRules,
  type ResolvedOptions,
} from '@fashion-mnist/core';
import { TransformError } from '../errors.ts';
import type { Pixels } from '../images/images.ts';
import { isFloat32 } from '../options/float32-rule.ts';
import { resolveOperationOptions } from '../options/resolve-options.ts';
import { applyLines, invertLines } from './feature-lines.ts';
import { fittingSamples } from './fitting-samples.ts';
import { type FeatureLimits, linesInto, raiserOf } from './range-lines.ts';
import { savedLists, savedState, stateError } from './scaler-state.ts';

/** To which range `MinMaxScaler` brings each feature. */
export interface MinMaxScalerOptions {
  /** Where the least and the greatest value of each feature go, the lesser first. @default [0, 1] */
  readonly featureRange?: readonly [number, number] | undefined;
  /** Whether values outside those of the fitted samples go to the ends of the range. @default false */
  readonly clip?: boolean | undefined;
}

/** Moves every feature to a range, linearly, by the least and the greatest value it was fitted to. */
export interface MinMaxScaler {
  /** The least value of each feature; a copy. */
  readonly dataMin: Float64Array;
  /** The greatest value of each feature; a copy. */
  readonly dataMax: Float64Array;
  /**
   * Every feature in the range, rounded to float32; a constant one at the range's lower end.
   *
   * @param samples - Shape `[sampleCount, ...featureShape]`, as many features as fitted; borrowed.
   * @returns New numbers of the same shape.
   * @throws {TransformError} `E_SHAPE` - another number of features.
   */
  transform(samples: NdArray<Pixels>): NdArray<Float32Array>;
  /**
   * Undoes `transform`, but not its clipping; rounded to float32.
   *
   * @param samples - Shape `[sampleCount, ...featureShape]`, as many features as fitted; borrowed.
   * @returns New numbers of the same shape, also where bytes had been transformed.
   * @throws {TransformError} `E_SHAPE` - another number of features.
   */
  inverse(samples: NdArray<Pixels>): NdArray<Float32Array>;
  /** Everything that `minMaxScalerFrom` needs; `JSON.stringify` calls it. */
  toJSON(): MinMaxScalerState;
}

/** A fitted `MinMaxScaler` in JSON. */
export interface MinMaxScalerState {
  readonly operation: 'min-max-scaler';
  readonly featureRange: readonly [number, number];
  readonly clip: boolean;
  readonly dataMin: readonly number[];
  readonly dataMax: readonly number[];
}

const NAME = 'minMaxScaler';
const OPERATION = 'min-max-scaler';

const featureRange: OptionRule<readonly [number, number]> = {
  default: Object.freeze([0, 1] as const),
  expected: 'two numbers, the lesser first, that float32 can hold',
  accepts: isRange,
  parse(text) {
    const range = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
    return isRange(range) ? range : undefined;
  },
};

export const MIN_MAX_SCALER_RULES: OptionRules<MinMaxScalerOptions> = { featureRange, clip: flag(false) };

/**
 * A scaler fitted to samples, feature by feature.
 *
 * @param samples - Shape `[sampleCount, ...featureShape]`, at least one sample; borrowed.
 * @throws {TransformError} `E_OPTION` - an option outside its range, or a number that is not finite; `E_SHAPE` - there is
 *   no sample or no feature.
 * @remarks scikit-learn ignores NaN; here it is an error.
 * @see sklearn.preprocessing.MinMaxScaler, matched to 1e-6 (test/golden/scikit-learn.json)
 */
export function minMaxScaler(samples: NdArray<Pixels>, options: MinMaxScalerOptions = {}): MinMaxScaler {
  const resolved = resolveOperationOptions(NAME, MIN_MAX_SCALER_RULES, options);
  const { featureCount } = fittingSamples(NAME, samples);
  const dataMin = Float64Array.from(samples.data.subarray(0, featureCount));
  const dataMax = dataMin.slice();
  for (let start = featureCount; start < samples.data.length; start += featureCount) {
    for (let feature = 0; feature < featureCount; feature++) {
      const value = samples.data[start + feature] as number;
      if (value < (dataMin[feature] as number)) dataMin[feature] = value;
      if (value > (dataMax[feature] as number)) dataMax[feature] = value;
    }
  }
  return fitted({ dataMin, dataMax }, resolved);
}

/**
 * A scaler from its saved state.
 *
 * @param json - What `JSON.parse` makes of a stringified `MinMaxScaler`.
 * @throws {TransformError} `E_STATE` - it is something else.
 */
export function minMaxScalerFrom(json: unknown): MinMaxScaler {
  const state = savedState(OPERATION, json, ['featureRange', 'clip', 'dataMin', 'dataMax']);
  const limits = savedLists(OPERATION, state, ['dataMin', 'dataMax']);
  const wrong = limits.dataMin.findIndex((least, feature) => least > (limits.dataMax[feature] as number));
  if (wrong >= 0)
    throw stateError(
      OPERATION,
      `dataMax[${wrong}]: expected a number >= ${limits.dataMin[wrong]} as in dataMin, got ${limits.dataMax[wrong]}`,
    );
  return fitted(limits, savedOptions(state));
}

function savedOptions({
  featureRange: range,
  clip,
}: Record<string, unknown>): ResolvedOptions<MinMaxScalerOptions> {
  const options = { featureRange: range, clip } as Required<MinMaxScalerOptions>;
  try {
    return resolveOperationOptions(`saved ${OPERATION}`, MIN_MAX_SCALER_RULES, options);
  } catch (cause) {
    throw new TransformError('E_STATE', (cause as Error).message, { cause });
  }
}

function fitted(limits: FeatureLimits, options: ResolvedOptions<MinMaxScalerOptions>): MinMaxScaler {
  const { dataMin, dataMax } = limits;
  const { clip, featureRange: given } = options;
  const range = [...given] as const;
  const lines = linesInto(range, limits);
  const raise = raiserOf(lines, range, limits);
  return {
    dataMin: dataMin.slice(),
    dataMax: dataMax.slice(),
    transform(samples) {
      const scaled = applyLines(`${NAME}.transform`, samples, lines);
      raise(scaled.data, samples.data);
      if (clip) clamp(scaled.data, range);
      return scaled;
    },
    inverse: (samples) => invertLines(`${NAME}.inverse`, samples, lines),
    toJSON: () => ({
      operation: OPERATION,
      featureRange: [...range],
      clip,
      dataMin: [...dataMin],
      dataMax: [...dataMax],
    }),
  };
}

function clamp(data: Float32Array, [low, high]: readonly [number, number]): void {
  for (let i = 0; i < data.length; i++) data[i] = Math.min(Math.max(data[i] as number, low), high);
}

function isRange(value: unknown): value is readonly [number, number] {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [low, high] = value as readonly unknown[];
  return isFloat32(low) && isFloat32(high) && low < high;
}
