import type { OptionRule } from '@fashion-mnist/core';
import type { ComputeRun } from '@fashion-mnist/kernels';
import { gradientBoostingEstimator } from './boosting/gradient-boosting-classifier.ts';
import { histGradientBoostingEstimator } from './boosting/hist-gradient-boosting-classifier.ts';
import type { Classifier, FittedClassifier } from './classifier.ts';
import { gaussianProcessEstimator } from './gaussian-process/gaussian-process-classifier.ts';
import { linearSVCEstimator } from './linear/linear-svc.ts';
import { logisticRegressionEstimator } from './linear/logistic-regression.ts';
import { gaussianNBEstimator } from './naive-bayes/gaussian-nb.ts';
import { kNeighborsEstimator } from './neighbors/k-neighbors-classifier.ts';
import { mlpEstimator } from './neural-network/mlp-classifier.ts';
import { passiveAggressiveEstimator } from './online/passive-aggressive-classifier.ts';
import { perceptronEstimator } from './online/perceptron.ts';
import { sgdEstimator } from './online/sgd-classifier.ts';
import type { ModelState } from './persistence/model-state.ts';
import { svcEstimator } from './svm/svc.ts';
import { decisionTreeEstimator } from './trees/decision-tree-classifier.ts';
import { extraTreeEstimator } from './trees/extra-tree-classifier.ts';
import { randomForestEstimator } from './trees/random-forest-classifier.ts';

/** A family of classifiers by its name, for programs that choose one at run time. */
export interface Estimator {
  /** scikit-learn's class name. */
  readonly name: string;
  /** What each option may be, and its default. */
  readonly rules: Readonly<Record<string, OptionRule<unknown>>>;
  /** @throws {ModelsError} `E_OPTION`. */
  create(options: Readonly<Record<string, unknown>>): Classifier;
  /**
   * A model from what was saved of it.
   *
   * @throws {ModelsError} `E_MODEL` - that is not such a model; `E_OPTION` - its options are not valid.
   */
  restore(state: ModelState, run: ComputeRun): Promise<FittedClassifier>;
}

/** All classifiers, in the order of their names. */
export const estimators: readonly Estimator[] = [
  decisionTreeEstimator,
  extraTreeEstimator,
  gaussianNBEstimator,
  gaussianProcessEstimator,
  gradientBoostingEstimator,
  histGradientBoostingEstimator,
  kNeighborsEstimator,
  linearSVCEstimator,
  logisticRegressionEstimator,
  mlpEstimator,
  passiveAggressiveEstimator,
  perceptronEstimator,
  randomForestEstimator,
  sgdEstimator,
  svcEstimator,
];
