import { type Contest, scikitLearn } from './contest.ts';

/** A family of classifiers at the settings that stand for it. */
export interface Family {
  readonly name: string;
  readonly question: string;
  readonly contests: readonly Contest[];
  /** @default 3 */
  readonly rounds?: number;
  /** Its peer takes minutes. @default false */
  readonly isSlow?: boolean;
}

const CHANCE = { accuracyWithin: 0.005 };

/** What stands in the table of targets of the classical models. */
export const FAMILIES: readonly Family[] = [
  {
    name: 'naive-bayes',
    question: 'Gaussian naive Bayes: how long to fit and to predict?',
    contests: [
      {
        title: 'Gaussian naive Bayes',
        estimator: 'GaussianNB',
        options: {},
        peer: scikitLearn('naive_bayes', 'GaussianNB', {}, false),
        fit: { floor: 2, aim: 5 },
        predict: { floor: 2, aim: 5 },
        accuracyWithin: 1e-4,
      },
    ],
  },
  {
    name: 'trees',
    question: 'Decision trees and extra trees: how long to fit and to predict?',
    contests: [
      {
        title: 'decision tree, gini, depth 10',
        estimator: 'DecisionTreeClassifier',
        options: { criterion: 'gini', maxDepth: 10 },
        peer: scikitLearn('tree', 'DecisionTreeClassifier', { criterion: 'gini', max_depth: 10 }),
        fit: { floor: 4, aim: 6 },
        ...CHANCE,
      },
      {
        title: 'decision tree, entropy, depth 50',
        estimator: 'DecisionTreeClassifier',
        options: { criterion: 'entropy', maxDepth: 50 },
        peer: scikitLearn('tree', 'DecisionTreeClassifier', { criterion: 'entropy', max_depth: 50 }),
        fit: { floor: 4, aim: 6 },
        ...CHANCE,
      },
    ],
  },
  {
    name: 'extra-tree',
    question: 'Extra trees: how long to fit?',
    rounds: 5,
    contests: [
      {
        title: 'extra tree, gini, depth 10',
        estimator: 'ExtraTreeClassifier',
        options: { criterion: 'gini', maxDepth: 10 },
        peer: scikitLearn('tree', 'ExtraTreeClassifier', { criterion: 'gini', max_depth: 10 }),
        fit: { floor: 1, aim: 2 },
        ...CHANCE,
      },
    ],
  },
  {
    name: 'forest',
    question: 'A random forest of 100 trees: how long to fit and to predict?',
    rounds: 1,
    contests: [
      {
        title: '100 trees, gini, depth 50',
        estimator: 'RandomForestClassifier',
        options: { criterion: 'gini', maxDepth: 50, nEstimators: 100 },
        peer: scikitLearn('ensemble', 'RandomForestClassifier', {
          criterion: 'gini',
          max_depth: 50,
          n_estimators: 100,
          n_jobs: 2,
        }),
        fit: { floor: 2, aim: 3 },
        ...CHANCE,
      },
    ],
  },
  {
    name: 'boosting',
    question: 'Gradient boosting on exact trees: how long to fit?',
    rounds: 1,
    isSlow: true,
    contests: [
      {
        title: '10 rounds, depth 3',
        estimator: 'GradientBoostingClassifier',
        options: { nEstimators: 10, maxDepth: 3 },
        peer: scikitLearn('ensemble', 'GradientBoostingClassifier', { n_estimators: 10, max_depth: 3 }),
        fit: { floor: 20, aim: 40 },
        ...CHANCE,
      },
      {
        title: '1 round, depth 10',
        estimator: 'GradientBoostingClassifier',
        options: { nEstimators: 1, maxDepth: 10 },
        peer: scikitLearn('ensemble', 'GradientBoostingClassifier', { n_estimators: 1, max_depth: 10 }),
        fit: { floor: 10, aim: 25 },
        ...CHANCE,
      },
    ],
  },
  {
    name: 'histogram-boosting',
    question: 'Gradient boosting on histograms: how long to fit?',
    contests: [
      {
        title: '10 rounds, depth 3, scikit-learn',
        estimator: 'HistGradientBoostingClassifier',
        options: { maxIter: 10, maxDepth: 3, earlyStopping: false },
        peer: scikitLearn('ensemble', 'HistGradientBoostingClassifier', {
          max_iter: 10,
          max_depth: 3,
          early_stopping: false,
        }),
        fit: { floor: 1, aim: 2 },
        ...CHANCE,
        mayBeBetter: true,
      },
      {
        title: '10 rounds, depth 3, xgboost',
        estimator: 'HistGradientBoostingClassifier',
        options: { maxIter: 10, maxDepth: 3, earlyStopping: false },
        peer: {
          module: 'xgboost',
          name: 'XGBClassifier',
          parameters: { tree_method: 'hist', max_depth: 3, n_estimators: 10, learning_rate: 0.1, n_jobs: 2 },
        },
        fit: { floor: 1, aim: 2 },
        ...CHANCE,
        mayBeBetter: true,
      },
    ],
  },
  {
    name: 'nearest',
    question: 'Five nearest neighbours: how long to predict?',
    contests: [
      {
        title: 'p = 2',
        estimator: 'KNeighborsClassifier',
        options: { nNeighbors: 5 },
        peer: scikitLearn('neighbors', 'KNeighborsClassifier', { n_neighbors: 5, p: 2, n_jobs: 2 }, false),
        predict: { floor: 2, aim: 6 },
        accuracyWithin: 0,
      },
    ],
  },
  {
    name: 'nearest-manhattan',
    question: 'Five nearest neighbours by the sum of differences: how long to predict?',
    rounds: 1,
    isSlow: true,
    contests: [
      {
        title: 'p = 1',
        estimator: 'KNeighborsClassifier',
        options: { nNeighbors: 5, p: 1 },
        peer: scikitLearn('neighbors', 'KNeighborsClassifier', { n_neighbors: 5, p: 1, n_jobs: 2 }, false),
        predict: { floor: 50, aim: 100 },
        accuracyWithin: 0,
      },
    ],
  },
  {
    name: 'svc',
    question: 'A support vector machine with the rbf kernel: how long to fit and to predict?',
    rounds: 1,
    isSlow: true,
    contests: [
      {
        title: 'rbf, C = 10',
        estimator: 'SVC',
        options: { kernel: 'rbf', C: 10 },
        peer: scikitLearn('svm', 'SVC', { kernel: 'rbf', C: 10 }, false),
        fit: { floor: 20, aim: 40 },
        predict: { floor: 25, aim: 50 },
        accuracyWithin: 0.002,
      },
    ],
  },
  {
    name: 'linear-svc',
    question: 'A linear support vector machine: how long to a better objective than the peer ends with?',
    rounds: 1,
    isSlow: true,
    contests: [
      {
        title: 'squared hinge, C = 1, ours 40 iterations',
        estimator: 'LinearSVC',
        options: { C: 1, maxIter: 40 },
        peer: scikitLearn('svm', 'LinearSVC', { C: 1 }),
        trainCount: 20_000,
        fit: { floor: 50, aim: 150 },
        ...CHANCE,
        mayBeBetter: true,
        objectiveOfC: 1,
      },
    ],
  },
  {
    name: 'logistic',
    question: 'Logistic regression by L-BFGS: how long to fit?',
    contests: [
      {
        title: 'multinomial, C = 1',
        estimator: 'LogisticRegression',
        options: { C: 1, multiClass: 'multinomial' },
        peer: scikitLearn('linear_model', 'LogisticRegression', {
          C: 1,
          multi_class: 'multinomial',
          n_jobs: 2,
        }),
        fit: { floor: 2.5, aim: 4 },
        ...CHANCE,
      },
      {
        title: 'one against rest, C = 1',
        estimator: 'LogisticRegression',
        options: { C: 1, multiClass: 'ovr' },
        peer: scikitLearn('linear_model', 'LogisticRegression', { C: 1, multi_class: 'ovr' }),
        trainCount: 20_000,
        fit: { floor: 4, aim: 8 },
        ...CHANCE,
      },
    ],
  },
  {
    name: 'sgd',
    question: 'Stochastic gradient descent: how long to fit?',
    rounds: 5,
    isSlow: true,
    contests: [
      {
        title: 'SGD, hinge, l2',
        estimator: 'SGDClassifier',
        options: { loss: 'hinge', penalty: 'l2' },
        peer: scikitLearn('linear_model', 'SGDClassifier', { loss: 'hinge', penalty: 'l2', n_jobs: 2 }),
        trainCount: 20_000,
        fit: { floor: 4, aim: 8 },
        accuracyWithin: 0.01,
      },
    ],
  },
  {
    name: 'perceptron',
    question: 'Perceptron and passive-aggressive decisions: how long to fit?',
    rounds: 5,
    contests: [
      {
        title: 'perceptron, l2',
        estimator: 'Perceptron',
        options: { penalty: 'l2' },
        peer: scikitLearn('linear_model', 'Perceptron', { penalty: 'l2', n_jobs: 2 }),
        fit: { floor: 4, aim: 8 },
        accuracyWithin: 0.01,
      },
      {
        title: 'passive-aggressive, C = 1',
        estimator: 'PassiveAggressiveClassifier',
        options: { C: 1 },
        peer: scikitLearn('linear_model', 'PassiveAggressiveClassifier', { C: 1, n_jobs: 2 }),
        fit: { floor: 4, aim: 8 },
        accuracyWithin: 0.01,
      },
    ],
  },
  {
    name: 'mlp',
    question: 'A multilayer perceptron of 100 units: how long to fit?',
    rounds: 5,
    contests: [
      {
        title: '(100,), relu, 3 epochs',
        estimator: 'MLPClassifier',
        options: { hiddenLayerSizes: [100], maxIter: 3 },
        peer: scikitLearn('neural_network', 'MLPClassifier', { hidden_layer_sizes: [100], max_iter: 3 }),
        fit: { floor: 1.5, aim: 2.5 },
        ...CHANCE,
      },
    ],
  },
];
