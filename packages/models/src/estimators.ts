import { gradientBoostingEstimator } from './boosting/gradient-boosting-classifier.ts';
import { histGradientBoostingEstimator } from './boosting/hist-gradient-boosting-classifier.ts';
import type { Estimator } from './estimator.ts';
import { gaussianProcessEstimator } from './gaussian-process/gaussian-process-classifier.ts';
import { linearSVCEstimator } from './linear/linear-svc.ts';
import { logisticRegressionEstimator } from './linear/logistic-regression.ts';
import { gaussianNBEstimator } from './naive-bayes/gaussian-nb.ts';
import { kNeighborsEstimator } from './neighbors/k-neighbors-classifier.ts';
import { mlpEstimator } from './neural-network/mlp-classifier.ts';
import { passiveAggressiveEstimator } from './online/passive-aggressive-classifier.ts';
import { perceptronEstimator } from './online/perceptron.ts';
import { sgdEstimator } from './online/sgd-classifier.ts';
import { svcEstimator } from './svm/svc.ts';
import { decisionTreeEstimator } from './trees/decision-tree-classifier.ts';
import { extraTreeEstimator } from './trees/extra-tree-classifier.ts';
import { randomForestEstimator } from './trees/random-forest-classifier.ts';

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
