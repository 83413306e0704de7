import { flag, type OptionRules, type ResolvedOptions } from '@fashion-mnist/core';
import type { ComputeRun } from '@fashion-mnist/kernels';
import { resolveOptions } from '../options/resolve-options.ts';
import type { ModelState } from '../persistence/model-state.ts';
import { savedFiniteArray } from '../persistence/saved-values.ts';
import {
  type FeatureMatrix,
  type FeatureScaling,
  type Features,
  featureMatrix,
  floatFeatures,
} from '../samples/features.ts';
import { featureMoments } from './feature-moments.ts';
import type { FittedTransformer, Transformer, TransformerKind } from './transformer.ts';

/** What `StandardScaler` does to each feature. */
export interface StandardScalerOptions {
  /** Whether features are moved to mean 0. @default true */
  readonly withMean?: boolean | undefined;
  /** Whether features are divided by their standard deviation. @default true */
  readonly withStd?: boolean | undefined;
}

/** A fitted `StandardScaler`. */
export interface FittedStandardScaler extends FittedTransformer, FeatureScaling {}

const NAME = 'StandardScaler';

const RULES: OptionRules<StandardScalerOptions> = { withMean: flag(true), withStd: flag(true) };

type Options = ResolvedOptions<StandardScalerOptions>;

/**
 * Moves each feature to mean 0 and standard deviation 1 of the samples that it is fitted to; a constant feature is only
 * moved.
 *
 * @remarks Bytes stay bytes: they get a `scaling`, with which estimators compute as with the scaled values. Floats become
 *   a new array.
 * @see sklearn.preprocessing.StandardScaler
 */
export class StandardScaler implements Transformer {
  readonly options: Options;

  /** @throws {ModelsError} `E_OPTION` - an option is unknown or no boolean. */
  constructor(options: StandardScalerOptions = {}) {
    this.options = resolveOptions(NAME, RULES, options);
  }

  /**
   * @param x - Shape `[sampleCount, ...featureShape]`; borrowed.
   * @throws {ModelsError} `E_SHAPE`; `E_NOT_FINITE`.
   */
  async fit(x: Features, run: ComputeRun = {}): Promise<FittedStandardScaler> {
    run.signal?.throwIfAborted();
    const { mean, variance } = featureMoments(featureMatrix(x));
    const { withMean, withStd } = this.options;
    return fitted(
      {
        mean: withMean ? mean : mean.map(() => 0),
        scale: withStd ? variance.map((value) => Math.sqrt(value) || 1) : variance.map(() => 1),
      },
      this.options,
    );
  }
}

export const standardScalerKind: TransformerKind = {
  name: NAME,
  restore(state) {
    const options = resolveOptions(NAME, RULES, state.options as StandardScalerOptions);
    const mean = savedFiniteArray(state, 'mean', Float64Array, [null]).data;
    const scale = savedFiniteArray(state, 'scale', Float64Array, [mean.length]).data;
    return fitted({ mean, scale }, options);
  },
};

function fitted(scaling: FeatureScaling, options: Options): FittedStandardScaler {
  const { mean, scale } = scaling;
  const featureCount = mean.length;
  return {
    mean,
    scale,
    featureCount,
    async transform(x) {
      const matrix = featureMatrix(x, featureCount);
      return scaled(x, matrix, scaling);
    },
    state: (): ModelState => ({
      estimator: NAME,
      options: { ...options },
      values: {},
      arrays: {
        mean: { data: mean, shape: [featureCount] },
        scale: { data: scale, shape: [featureCount] },
      },
    }),
  };
}

function scaled({ shape }: Features, matrix: FeatureMatrix, { mean, scale }: FeatureScaling): Features {
  const { data, scaling: before, featureCount } = matrix;
  if (data instanceof Uint8Array && before === undefined) return { data, shape, scaling: { mean, scale } };
  if (data instanceof Uint8Array && before !== undefined) {
    return {
      data,
      shape,
      scaling: {
        mean: mean.map((value, feature) => before.mean[feature]! + value * before.scale[feature]!),
        scale: scale.map((value, feature) => value * before.scale[feature]!),
      },
    };
  }
  const floats = Float32Array.from(floatFeatures(matrix));
  for (let start = 0; start < floats.length; start += featureCount) {
    for (let feature = 0; feature < featureCount; feature++)
      floats[start + feature] = (floats[start + feature]! - mean[feature]!) / scale[feature]!;
  }
  return { data: floats, shape };
}
