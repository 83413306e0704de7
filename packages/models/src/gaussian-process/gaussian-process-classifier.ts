import type { NdArray } from '@fashion-mnist/core';
import { type ComputeRun, withPool } from '@fashion-mnist/kernels';
import type { Classifier, FitRun, FittedClassifier, Labels } from '../classifier.ts';
import type { Estimator } from '../estimators.ts';
import { resolveOptions } from '../options/resolve-options.ts';
import { encodeLabels, requireTwoClasses } from '../samples/encode-labels.ts';
import { type Features, featureMatrix, floatFeatures } from '../samples/features.ts';
import { refuseSampleWeights } from '../samples/sample-weights.ts';
import { fitGroups } from './fit-groups.ts';
import { fittedGaussianProcess, restoredGaussianProcess } from './fitted-gaussian-process.ts';
import {
  type GaussianProcessClassifierOptions,
  type GaussianProcessKernel,
  NAME,
  type Options,
  RULES,
} from './gaussian-process-options.ts';
import { requireMemory } from './memory-limit.ts';
import { largestSize, problemGroups } from './problem-groups.ts';

/** A fitted `GaussianProcessClassifier`: its covariances, and how likely the labels are under them. */
export interface FittedGaussianProcessClassifier extends FittedClassifier {
  /** Not there for more than two classes with `oneVsOne`: pairs have no probabilities of all classes. */
  predictProba?(x: Features, run?: ComputeRun): Promise<NdArray<Float64Array>>;
  /** Of each binary problem: one, or one for each class or each pair of classes. */
  readonly kernels: readonly Pick<GaussianProcessKernel, 'constant' | 'lengthScale'>[];
  /** How likely the labels are under the kernels, as a logarithm; the mean over the binary problems. */
  readonly logMarginalLikelihood: number;
}

/**
 * Classifies by Gaussian processes behind a logistic function, in Laplace's approximation, in float64.
 *
 * @remarks Takes memory with the square of the samples and time with the cube: some thousands of samples are practical,
 *   beyond about 13,000 it refuses.
 * @see sklearn.gaussian_process.GaussianProcessClassifier
 * @see Rasmussen & Williams 2006, Gaussian Processes for Machine Learning, chapter 3
 */
export class GaussianProcessClassifier implements Classifier<FittedGaussianProcessClassifier> {
  readonly options: Options;

  /** @throws {ModelsError} `E_OPTION` - an option is unknown or outside its range. */
  constructor(options: GaussianProcessClassifierOptions = {}) {
    this.options = resolveOptions(NAME, RULES, options);
  }

  /**
   * @param x - Shape `[sampleCount, ...featureShape]`; copied.
   * @param y - One label per sample, of at least two classes; borrowed.
   * @param run.seed - Where random searches begin, with `nRestartsOptimizer`.
   * @throws {ModelsError} `E_MEMORY` - more memory than a pool can have, before any is allocated; `E_SHAPE`;
   *   `E_NOT_FINITE`; `E_LABELS` - one class only; `E_OPTION` - weights of samples.
   * @throws the signal's reason, when aborted.
   */
  async fit(x: Features, y: Labels, run: FitRun = {}): Promise<FittedGaussianProcessClassifier> {
    refuseSampleWeights(NAME, run.sampleWeight);
    const matrix = featureMatrix(x);
    const labels = encodeLabels(y, matrix.sampleCount);
    requireTwoClasses(NAME, labels);
    const { classes, codes } = labels;
    const groups = problemGroups(codes, classes.length, this.options.multiClass);
    const { sampleCount: count, featureCount: width } = matrix;
    requireMemory(largestSize(groups), width);
    const samples = { data: floatFeatures(matrix).slice(), count, width };
    const work = groups.reduce(
      (sum, { rows: { length }, targets }) => sum + targets.length * length ** 3 + length ** 2 * width,
      0,
    );
    const models = await withPool(run, work, (pool) => fitGroups(pool, samples, groups, this.options, run));
    return fittedGaussianProcess({ samples, codes, classes, models, options: this.options });
  }
}

/** For programs that choose a classifier at run time. */
export const gaussianProcessEstimator: Estimator = {
  name: NAME,
  rules: RULES,
  create: (options) => new GaussianProcessClassifier(options),
  restore: async (state) => restoredGaussianProcess(state),
};
