import { createRequire } from 'node:module';
import { Matrix } from 'ml-matrix';

/** Some of these packages have no types, and some no ES modules. */
const require = createRequire(import.meta.url);

/** Samples as most libraries of JavaScript take them. */
export type Rows = number[][];

/** A classifier of another JavaScript library. */
export interface JsPeer {
  readonly name: string;
  /** @returns What predicts. */
  fit(rows: Rows, labels: number[]): Promise<(rows: Rows) => ArrayLike<number>>;
}

interface Trainable {
  train(features: unknown, labels: unknown): void;
  predict(features: unknown): ArrayLike<number>;
}

type TrainableType = new (options?: object) => Trainable;

export const mlCart: JsPeer = {
  name: 'ml-cart',
  async fit(rows, labels) {
    const { DecisionTreeClassifier } = require('ml-cart') as { DecisionTreeClassifier: TrainableType };
    const tree = new DecisionTreeClassifier({ gainFunction: 'gini', maxDepth: 10, minNumSamples: 1 });
    tree.train(rows, labels);
    return (others) => tree.predict(others);
  },
};

export const mlRandomForest: JsPeer = {
  name: 'ml-random-forest',
  async fit(rows, labels) {
    const { RandomForestClassifier } = require('ml-random-forest') as {
      RandomForestClassifier: TrainableType;
    };
    const forest = new RandomForestClassifier({
      nEstimators: 2,
      maxFeatures: 28,
      seed: 1,
      noOOB: true,
    });
    forest.train(rows, labels);
    return (others) => forest.predict(others);
  },
};

export const mlKnn: JsPeer = {
  name: 'ml-knn',
  async fit(rows, labels) {
    const KNN = (require('ml-knn') as { default?: KnnType }).default ?? (require('ml-knn') as KnnType);
    const neighbors = new KNN(rows, labels, { k: 5 });
    return (others) => neighbors.predict(others);
  },
};

type KnnType = new (rows: Rows, labels: number[], options: object) => Pick<Trainable, 'predict'>;

export const libsvmJs: JsPeer = {
  name: 'libsvm-js',
  async fit(rows, labels) {
    const SVM = await (require('libsvm-js') as Promise<SvmType>);
    const machine = new SVM({
      kernel: SVM.KERNEL_TYPES.RBF,
      type: SVM.SVM_TYPES.C_SVC,
      gamma: 1 / (rows[0]?.length ?? 1),
      cost: 10,
      quiet: true,
    });
    machine.train(rows, labels);
    return (others) => machine.predict(others);
  },
};

interface SvmType extends TrainableType {
  readonly KERNEL_TYPES: { readonly RBF: string };
  readonly SVM_TYPES: { readonly C_SVC: string };
}

export const mlLogisticRegression: JsPeer = {
  name: 'ml-logistic-regression',
  async fit(rows, labels) {
    const LogisticRegression = require('ml-logistic-regression') as TrainableType;
    const regression = new LogisticRegression({ numSteps: 20, learningRate: 5e-3 });
    regression.train(new Matrix(rows), Matrix.columnVector(labels));
    return (others) => regression.predict(new Matrix(others));
  },
};

export const mlXgboost: JsPeer = {
  name: 'ml-xgboost',
  async fit(rows, labels) {
    const XGBoost = await (require('ml-xgboost') as Promise<TrainableType>);
    const booster = new XGBoost({
      booster: 'gbtree',
      objective: 'multi:softmax',
      max_depth: 3,
      eta: 0.1,
      iterations: 10,
      silent: 1,
    });
    booster.train(rows, labels);
    return (others) => booster.predict(others);
  },
};
