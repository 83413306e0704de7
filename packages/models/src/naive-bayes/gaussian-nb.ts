import {
  listOf,
  type OptionRules,
  orNull,
  type ResolvedOptions,
  real,
  reportProgress,
} from '@fashion-mnist/core';
import { withPool } from '@fashion-mnist/kernels';
import type { Classifier, FitRun, Labels } from '../classifier.ts';
import { ModelsError } from '../errors.ts';
import type { Estimator } from '../estimator.ts';
import { resolveOptions } from '../options/resolve-options.ts';
import { encodeLabels } from '../samples/encode-labels.ts';
import { type FeatureMatrix, type Features, featureMatrix } from '../samples/features.ts';
import { sampleWeights } from '../samples/sample-weights.ts';
import { type ClassMoments, largestVariance, scaledMoments } from './class-moments.ts';
import { type FittedGaussianNB, fittedGaussianNB, restoredGaussianNB } from './fitted-gaussian-nb.ts';
import { momentsAroundMeans, momentsOfBytes, placeClasses } from './sum-classes.ts';

/** Options of `GaussianNB`, by scikit-learn's names and defaults. */
export interface GaussianNBOptions {
  /** Probabilities of the classes, ascending by label, that add to 1. @default null - their shares of the samples */
  readonly priors?: readonly number[] | null | undefined;
  /** What is added to all variances, as a share of the largest variance of a feature; at least 0. @default 1e-9 */
  readonly varSmoothing?: number | undefined;
}

const NAME = 'GaussianNB';

const RULES: OptionRules<GaussianNBOptions> = {
  priors: orNull(listOf([], real(0, { min: 0, max: 1 }))),
  varSmoothing: real(1e-9, { min: 0 }),
};

type Options = ResolvedOptions<GaussianNBOptions>;

/**
 * Takes the features for independent, and normally distributed within each class.
 *
 * @remarks Sums of bytes are whole numbers, all else is float64.
 * @see sklearn.naive_bayes.GaussianNB
 */
export class GaussianNB implements Classifier<FittedGaussianNB> {
  readonly options: Options;

  /** @throws {ModelsError} `E_OPTION` - an option is unknown or outside its range, or the priors do not add to 1. */
  constructor(options: GaussianNBOptions = {}) {
    this.options = resolveOptions(NAME, RULES, options);
    const { priors } = this.options;
    const total = priors?.reduce((sum, prior) => sum + prior, 0) ?? 1;
    if (Math.abs(total - 1) > PRIOR_TOLERANCE)
      throw new ModelsError(
        'E_OPTION',
        `${NAME}.priors: expected numbers that add to 1, got the sum ${total}`,
      );
  }

  /**
   * @param x - Shape `[sampleCount, ...featureShape]`; borrowed during the call. Bytes are fastest.
   * @param y - One label per sample; borrowed.
   * @throws {ModelsError} `E_SHAPE`; `E_NOT_FINITE`; `E_OPTION` - not one prior for each class, or a feature that does
   *   not vary within a class where nothing is added to the variances.
   * @throws the signal's reason, when aborted.
   */
  async fit(x: Features, y: Labels, run: FitRun = {}): Promise<FittedGaussianNB> {
    const { priors, varSmoothing } = this.options;
    const matrix = featureMatrix(x);
    const labels = encodeLabels(y, matrix.sampleCount);
    if (priors !== null && priors.length !== labels.classes.length)
      throw new ModelsError(
        'E_OPTION',
        `${NAME}.priors: expected one for each of ${labels.classes.length} classes, got ${priors.length}`,
      );
    const weights = sampleWeights(run.sampleWeight, matrix.sampleCount);
    const { unweighted, weighted } = await momentsOf(matrix, labels, weights, run);
    const epsilon = varSmoothing * largestVariance(unweighted);
    const variance = weighted.variances.map((value) => value + epsilon);
    if (variance.includes(0))
      throw new ModelsError(
        'E_OPTION',
        `${NAME}.varSmoothing: expected more than ${varSmoothing} for features that do not vary within a class`,
      );
    const total = weighted.counts.reduce((sum, count) => sum + count, 0);
    return fittedGaussianNB({
      estimator: NAME,
      options: { priors, varSmoothing },
      classes: labels.classes,
      theta: weighted.means,
      variance,
      classPrior: priors === null ? weighted.counts.map((count) => count / total) : Float64Array.from(priors),
      epsilon,
    });
  }
}

const PRIOR_TOLERANCE = 1e-5;

/** For programs that choose a classifier at run time. */
export const gaussianNBEstimator: Estimator = {
  name: NAME,
  rules: RULES,
  create: (options) => new GaussianNB(options),
  async restore(state) {
    const { priors, varSmoothing } = new GaussianNB(state.options).options;
    return restoredGaussianNB(NAME, { priors, varSmoothing }, state);
  },
};

/** Moments of the features in their own units, with all samples alike and as they are weighted. */
async function momentsOf(
  matrix: FeatureMatrix,
  labels: ReturnType<typeof encodeLabels>,
  weights: Float64Array | undefined,
  run: FitRun,
): Promise<{ unweighted: ClassMoments; weighted: ClassMoments }> {
  const { data, sampleCount, featureCount, scaling } = matrix;
  const { signal, onProgress } = run;
  const inUnits = (moments: ClassMoments): ClassMoments =>
    scaling === undefined ? moments : scaledMoments(moments, scaling);
  return withPool(run, sampleCount * featureCount, async (pool) => {
    const region = pool.region();
    try {
      signal?.throwIfAborted();
      const placed = await placeClasses(pool, region, matrix, labels);
      const alike = inUnits(
        data instanceof Uint8Array
          ? await momentsOfBytes(pool, placed, signal)
          : await momentsAroundMeans(pool, region, placed, undefined, signal),
      );
      const weighted =
        weights === undefined
          ? alike
          : inUnits(await momentsAroundMeans(pool, region, placed, weights, signal));
      reportProgress(onProgress, {
        stage: 'fit',
        completed: sampleCount,
        total: sampleCount,
        unit: 'samples',
      });
      return { unweighted: alike, weighted };
    } finally {
      region.release();
    }
  });
}
