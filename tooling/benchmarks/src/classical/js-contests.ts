import {
  type JsPeer,
  libsvmJs,
  mlCart,
  mlKnn,
  mlLogisticRegression,
  mlRandomForest,
  mlXgboost,
} from './js-peers.ts';

/** Ours and another JavaScript library's at a size that the other one can do. */
export interface JsContest {
  readonly title: string;
  readonly peer: JsPeer;
  readonly estimator: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly trainCount: number;
  readonly testCount: number;
  /** What is compared. */
  readonly work: 'fit' | 'predict';
  /** How many times the speed of the peer ours has to reach. */
  readonly floor: number;
}

export const JS_CONTESTS: readonly JsContest[] = [
  {
    title: 'decision tree, gini, depth 10',
    peer: mlCart,
    estimator: 'DecisionTreeClassifier',
    options: { criterion: 'gini', maxDepth: 10 },
    trainCount: 200,
    testCount: 1000,
    work: 'fit',
    floor: 1000,
  },
  {
    title: 'random forest, 2 trees',
    peer: mlRandomForest,
    estimator: 'RandomForestClassifier',
    options: { nEstimators: 2 },
    trainCount: 600,
    testCount: 1000,
    work: 'fit',
    floor: 300,
  },
  {
    title: 'five nearest neighbours of 6,000',
    peer: mlKnn,
    estimator: 'KNeighborsClassifier',
    options: { nNeighbors: 5 },
    trainCount: 6000,
    testCount: 20,
    work: 'predict',
    floor: 500,
  },
  {
    title: 'support vector machine, rbf, C = 10',
    peer: libsvmJs,
    estimator: 'SVC',
    options: { C: 10 },
    trainCount: 2000,
    testCount: 500,
    work: 'fit',
    floor: 50,
  },
  {
    title: 'logistic regression, the peer 20 steps, ours to its end',
    peer: mlLogisticRegression,
    estimator: 'LogisticRegression',
    options: {},
    trainCount: 1000,
    testCount: 1000,
    work: 'fit',
    floor: 1,
  },
  {
    title: 'gradient boosting, 10 rounds, depth 3',
    peer: mlXgboost,
    estimator: 'GradientBoostingClassifier',
    options: { nEstimators: 10, maxDepth: 3 },
    trainCount: 1000,
    testCount: 1000,
    work: 'fit',
    floor: 50,
  },
];
