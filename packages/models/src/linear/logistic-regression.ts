import type { NdArray } from '@fashion-mnist/core';
import type { ComputeRun } from '@fashion-mnist/kernels';
import type { Classifier, FitRun, FittedClassifier, Labels } from '../classifier.ts';
import { ModelsError } from '../errors.ts';
import type { Estimator } from '../estimator.ts';
import { fittedClassifier } from '../fitted-classifier.ts';
import { resolveOptions } from '../options/resolve-options.ts';
import type { ModelState } from '../persistence/model-state.ts';
import { savedClasses, savedFiniteArray, savedIndices } from '../persistence/saved-values.ts';
import { encodeLabels, requireTwoClasses } from '../samples/encode-labels.ts';
import { type Features, featureMatrix } from '../samples/features.ts';
import { linearScores } from './linear-scores.ts';
import { fitLogistic, type LogisticFit } from './logistic/fit-logistic.ts';
import {
  isMultinomial,
  type LogisticOptions,
  type LogisticRegressionOptions,
  LOGISTIC_REGRESSION as NAME,
  LOGISTIC_RULES as RULES,
  requireSolver,
} from './logistic/logistic-options.ts';
import { oneVsRestProbabilities, softmaxProbabilities } from './logistic/probabilities.ts';

/** A fitted `LogisticRegression`: coefficients for each class, and whether the search has come to its end. */
export interface FittedLogisticRegression extends FittedClassifier {
  /** One row for each class, shape `[classes.length, featureCount]`; of two classes `[1, featureCount]`, for the second. */
  readonly coef: NdArray<Float64Array>;
  /** One for each row of `coef`. */
  readonly intercept: Float64Array;
  /** Iterations; one for each row of `coef`, or one where all classes are fitted at once. */
  readonly nIter: Int32Array;
  /** Whether every search ended before its iterations were used up. */
  readonly converged: boolean;
  predictProba(x: Features, run?: ComputeRun): Promise<NdArray<Float64Array>>;
  decisionFunction(x: Features, run?: ComputeRun): Promise<NdArray<Float64Array>>;
}

/**
 * Classifies by linear functions of the features, whose logistic function or softmax are probabilities of the classes.
 *
 * @see sklearn.linear_model.LogisticRegression
 */
export class LogisticRegression implements Classifier<FittedLogisticRegression> {
  readonly options: LogisticOptions;

  /** @throws {ModelsError} `E_OPTION` - an option is unknown, outside its range, or does not go with another one. */
  constructor(options: LogisticRegressionOptions = {}) {
    this.options = resolveOptions(NAME, RULES, options);
    requireSolver(this.options);
  }

  /**
   * @param x - Shape `[sampleCount, ...featureShape]`; borrowed during the call. Bytes are fastest, also scaled ones.
   * @param y - One label per sample, of at least two classes; borrowed.
   * @throws {ModelsError} `E_SHAPE`; `E_NOT_FINITE`; `E_LABELS` - one class only; `E_MEMORY` - too many classes;
   *   `E_OPTION` - a class weight of no class.
   * @throws the signal's reason, when aborted.
   */
  async fit(x: Features, y: Labels, run: FitRun = {}): Promise<FittedLogisticRegression> {
    const matrix = featureMatrix(x);
    const labels = encodeLabels(y, matrix.sampleCount);
    requireTwoClasses(NAME, labels);
    return fitted(await fitLogistic(matrix, labels, this.options, run), labels.classes, this.options);
  }
}

/** For programs that choose a classifier at run time. */
export const logisticRegressionEstimator: Estimator = {
  name: NAME,
  rules: RULES,
  create: (options) => new LogisticRegression(options),
  async restore(state) {
    const { options } = new LogisticRegression(state.options);
    const classes = savedClasses(state);
    const outputCount = classes.length === 2 ? 1 : classes.length;
    const { data: coef } = savedFiniteArray(state, 'coef', Float64Array, [outputCount, null]);
    const { data: intercept } = savedFiniteArray(state, 'intercept', Float64Array, [outputCount]);
    const searchCount = isMultinomial(options, classes.length) ? 1 : outputCount;
    const { data: nIter } = savedIndices(state, 'nIter', Int32Array, [searchCount], 2 ** 31);
    const converged = state.values['converged'];
    if (classes.length < 2 || coef.length === 0 || typeof converged !== 'boolean')
      throw new ModelsError(
        'E_MODEL',
        `saved ${NAME}: expected two classes, a feature and whether it converged`,
      );
    return fitted({ coef, intercept, nIter, converged }, classes, options);
  },
};

function fitted(fit: LogisticFit, classes: Int32Array, options: LogisticOptions): FittedLogisticRegression {
  const { intercept, nIter, converged } = fit;
  const outputCount = intercept.length;
  const featureCount = fit.coef.length / outputCount;
  const coef = { data: fit.coef, shape: [outputCount, featureCount] };

  async function decisionFunction(x: Features, run: ComputeRun = {}): Promise<NdArray<Float64Array>> {
    const matrix = featureMatrix(x, featureCount);
    const data = await linearScores({ weights: fit.coef, intercepts: intercept }, matrix, run);
    return { data, shape: outputCount === 1 ? [matrix.sampleCount] : [matrix.sampleCount, outputCount] };
  }

  async function predictProba(x: Features, run: ComputeRun = {}): Promise<NdArray<Float64Array>> {
    const { data: scores, shape } = await decisionFunction(x, run);
    const probabilities = isMultinomial(options, classes.length)
      ? softmaxProbabilities
      : oneVsRestProbabilities;
    return { data: probabilities(scores, classes.length), shape: [shape[0] ?? 0, classes.length] };
  }

  async function predict(x: Features, run: ComputeRun = {}): Promise<Int32Array> {
    const { data } = await decisionFunction(x, run);
    return Int32Array.from({ length: data.length / outputCount }, (_, row) => {
      const scores = data.subarray(row * outputCount, (row + 1) * outputCount);
      return classes[outputCount === 1 ? Number(scores[0]! > 0) : indexOfLargest(scores)]!;
    });
  }

  const state = (): ModelState => ({
    estimator: NAME,
    options: { ...options },
    values: { converged },
    arrays: {
      classes: { data: classes, shape: [classes.length] },
      coef,
      intercept: { data: intercept, shape: [outputCount] },
      nIter: { data: nIter, shape: [nIter.length] },
    },
  });

  return fittedClassifier({
    classes,
    featureCount,
    coef,
    intercept,
    nIter,
    converged,
    decisionFunction,
    predictProba,
    predict,
    state,
  });
}

/** The first of the largest. */
function indexOfLargest(values: Float64Array): number {
  let largest = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[largest]!) largest = i;
  return largest;
}
