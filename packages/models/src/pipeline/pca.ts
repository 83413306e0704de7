import {
  flag,
  type NdArray,
  type OptionRules,
  orNull,
  type ResolvedOptions,
  whole,
} from '@fashion-mnist/core';
import { type ComputeRun, principalComponents, projectOnto, type Samples } from '@fashion-mnist/kernels';
import { ModelsError } from '../errors.ts';
import { resolveOptions } from '../options/resolve-options.ts';
import type { ModelState } from '../persistence/model-state.ts';
import { savedFiniteArray } from '../persistence/saved-values.ts';
import { type Features, featureMatrix, floatFeatures } from '../samples/features.ts';
import type { FittedTransformer, Transformer, TransformerKind } from './transformer.ts';

/** How many axes `Pca` keeps, and how it scales the scores. */
export interface PcaOptions {
  /** Axes to keep, at most samples and features; `null` keeps as many as there can be. @default null */
  readonly nComponents?: number | null | undefined;
  /** Whether scores are divided by their standard deviation. @default false */
  readonly whiten?: boolean | undefined;
}

/** A fitted `Pca`. */
export interface FittedPca extends FittedTransformer {
  /** Of the features; shape `[featureCount]`. */
  readonly mean: Float64Array;
  /** Shape `[componentCount, featureCount]`; orthonormal rows, the first has the greatest variance. */
  readonly components: NdArray<Float64Array>;
  /** Variance along each axis (divisor `sampleCount - 1`). */
  readonly explainedVariance: Float64Array;
  /** Share of the total variance along each axis, `0..1`. */
  readonly explainedVarianceRatio: Float64Array;
  /** Shape of the answer: `[sampleCount, componentCount]`. */
  transform(x: Features, run?: ComputeRun): Promise<NdArray<Float32Array>>;
}

const NAME = 'Pca';

const RULES: OptionRules<PcaOptions> = { nComponents: orNull(whole(1, { min: 1 })), whiten: flag(false) };

type Options = ResolvedOptions<PcaOptions>;

/**
 * Turns features into their scores on the axes of greatest variance.
 *
 * @remarks Exact, and the same bytes on any number of threads. Signs are fixed: the loading with the largest magnitude is
 *   positive.
 * @see sklearn.decomposition.PCA
 */
export class Pca implements Transformer {
  readonly options: Options;

  /** @throws {ModelsError} `E_OPTION` - an option is unknown or outside its range. */
  constructor(options: PcaOptions = {}) {
    this.options = resolveOptions(NAME, RULES, options);
  }

  /**
   * @param x - Shape `[sampleCount, ...featureShape]`, at least two samples; borrowed.
   * @throws {ModelsError} `E_SHAPE`; `E_NOT_FINITE`; `E_OPTION` - more axes than samples or features.
   * @throws the signal's reason, when aborted.
   */
  async fit(x: Features, run: ComputeRun = {}): Promise<FittedPca> {
    const samples = samplesOf(x);
    const [sampleCount = 0, featureCount = 0] = samples.shape;
    if (sampleCount < 2)
      throw new ModelsError('E_SHAPE', `${NAME}: expected at least 2 samples, got ${sampleCount}`);
    const most = Math.min(sampleCount, featureCount);
    const componentCount = this.options.nComponents ?? most;
    if (componentCount > most)
      throw new ModelsError(
        'E_OPTION',
        `${NAME}.nComponents: expected at most ${most}, got ${componentCount}`,
      );
    return fitted(await principalComponents(samples, { ...run, componentCount }), this.options);
  }
}

export const pcaKind: TransformerKind = {
  name: NAME,
  restore(state) {
    const options = resolveOptions(NAME, RULES, state.options as PcaOptions);
    const mean = savedFiniteArray(state, 'mean', Float64Array, [null]).data;
    const components = savedFiniteArray(state, 'components', Float64Array, [null, mean.length]);
    const count = components.shape[0] ?? 0;
    const explainedVariance = savedFiniteArray(state, 'explainedVariance', Float64Array, [count]).data;
    const explainedVarianceRatio = savedFiniteArray(state, 'explainedVarianceRatio', Float64Array, [
      count,
    ]).data;
    return fitted({ mean, components, explainedVariance, explainedVarianceRatio }, options);
  },
};

type Learned = Pick<FittedPca, 'mean' | 'components' | 'explainedVariance' | 'explainedVarianceRatio'>;

function fitted(learned: Learned, options: Options): FittedPca {
  const { mean, components, explainedVariance, explainedVarianceRatio } = learned;
  const featureCount = mean.length;
  return {
    mean,
    components,
    explainedVariance,
    explainedVarianceRatio,
    featureCount,
    async transform(x, run = {}) {
      featureMatrix(x, featureCount);
      const scores = await projectOnto(samplesOf(x), learned, run);
      if (options.whiten) divideColumns(scores.data, explainedVariance.map(Math.sqrt));
      return scores;
    },
    state: (): ModelState => ({
      estimator: NAME,
      options: { ...options },
      values: {},
      arrays: {
        mean: { data: mean, shape: [featureCount] },
        components,
        explainedVariance: { data: explainedVariance, shape: [explainedVariance.length] },
        explainedVarianceRatio: { data: explainedVarianceRatio, shape: [explainedVariance.length] },
      },
    }),
  };
}

/** A column without variance has no scores but 0, and stays. */
function divideColumns(data: Float32Array, divisors: Float64Array): void {
  for (let start = 0; start < data.length; start += divisors.length)
    for (let column = 0; column < divisors.length; column++) data[start + column]! /= divisors[column]! || 1;
}

function samplesOf(x: Features): Samples {
  const matrix = featureMatrix(x);
  const shape = [matrix.sampleCount, matrix.featureCount];
  return { data: matrix.scaling === undefined ? matrix.data : floatFeatures(matrix), shape };
}
