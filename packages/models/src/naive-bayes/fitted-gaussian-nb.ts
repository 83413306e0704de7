import type { NdArray } from '@fashion-mnist/core';
import type { ComputeRun } from '@fashion-mnist/kernels';
import type { FittedClassifier } from '../classifier.ts';
import { ModelsError } from '../errors.ts';
import { fittedClassifier } from '../fitted-classifier.ts';
import type { JsonValue, ModelState } from '../persistence/model-state.ts';
import { savedClasses, savedFiniteArray, savedNumber } from '../persistence/saved-values.ts';
import { type Features, featureMatrix } from '../samples/features.ts';
import { type Gaussians, jointLogDensities } from './log-densities.ts';

/** A fitted `GaussianNB`: mean and variance of each feature in each class. */
export interface FittedGaussianNB extends FittedClassifier {
  /** Means of the features, shape `[classes.length, featureCount]`. */
  readonly theta: NdArray<Float64Array>;
  /** Variances of the features with `epsilon` added, as large. */
  readonly variance: NdArray<Float64Array>;
  /** Probability of each class. */
  readonly classPrior: Float64Array;
  /** What was added to the variances. */
  readonly epsilon: number;
  predictProba(x: Features, run?: ComputeRun): Promise<NdArray<Float64Array>>;
  /** Natural logarithms of the probabilities. */
  predictLogProba(x: Features, run?: ComputeRun): Promise<NdArray<Float64Array>>;
  /** The same before rows are made to add to 1: `log P(class) + log P(x | class)`. */
  predictJointLogProba(x: Features, run?: ComputeRun): Promise<NdArray<Float64Array>>;
}

/** What makes up such a model. */
export interface GaussianNBModel extends Gaussians {
  readonly estimator: string;
  readonly options: Readonly<Record<string, JsonValue>>;
  readonly classes: Int32Array;
  readonly epsilon: number;
}

export function fittedGaussianNB(model: GaussianNBModel): FittedGaussianNB {
  const { estimator, options, classes, classPrior, epsilon } = model;
  const classCount = classes.length;
  const featureCount = model.theta.length / classCount;
  const theta = { data: model.theta, shape: [classCount, featureCount] };
  const variance = { data: model.variance, shape: [classCount, featureCount] };

  async function predictJointLogProba(x: Features, run: ComputeRun = {}): Promise<NdArray<Float64Array>> {
    const matrix = featureMatrix(x, featureCount);
    const data = await jointLogDensities(matrix, model, run);
    return { data, shape: [matrix.sampleCount, classCount] };
  }

  async function predictLogProba(x: Features, run: ComputeRun = {}): Promise<NdArray<Float64Array>> {
    const { data, shape } = await predictJointLogProba(x, run);
    for (let start = 0; start < data.length; start += classCount)
      subtractLogOfSum(data.subarray(start, start + classCount));
    return { data, shape };
  }

  async function predictProba(x: Features, run: ComputeRun = {}): Promise<NdArray<Float64Array>> {
    const { data, shape } = await predictLogProba(x, run);
    return { data: data.map(Math.exp), shape };
  }

  async function predict(x: Features, run: ComputeRun = {}): Promise<Int32Array> {
    const { data, shape } = await predictJointLogProba(x, run);
    return Int32Array.from({ length: shape[0] ?? 0 }, (_, row) => {
      let best = 0;
      for (let code = 1; code < classCount; code++)
        if (data[row * classCount + code]! > data[row * classCount + best]!) best = code;
      return classes[best]!;
    });
  }

  const state = (): ModelState => ({
    estimator,
    options,
    values: { epsilon },
    arrays: {
      classes: { data: classes, shape: [classCount] },
      theta,
      variance,
      classPrior: { data: classPrior, shape: [classCount] },
    },
  });

  return fittedClassifier({
    classes,
    featureCount,
    theta,
    variance,
    classPrior,
    epsilon,
    predict,
    predictProba,
    predictLogProba,
    predictJointLogProba,
    state,
  });
}

/** A model from what was saved of it. @throws {ModelsError} `E_MODEL`. */
export function restoredGaussianNB(
  estimator: string,
  options: GaussianNBModel['options'],
  state: ModelState,
): FittedGaussianNB {
  const classes = savedClasses(state);
  const theta = savedFiniteArray(state, 'theta', Float64Array, [classes.length, null]);
  const variance = savedFiniteArray(state, 'variance', Float64Array, theta.shape).data;
  const classPrior = savedFiniteArray(state, 'classPrior', Float64Array, [classes.length]).data;
  if (theta.data.length === 0 || !variance.every((value) => value > 0))
    throw new ModelsError('E_MODEL', `saved ${estimator}: variance: expected numbers above 0`);
  if (!classPrior.every((prior) => prior >= 0))
    throw new ModelsError('E_MODEL', `saved ${estimator}: classPrior: expected numbers of at least 0`);
  const epsilon = savedNumber(state, 'epsilon', { min: 0 });
  return fittedGaussianNB({ estimator, options, classes, theta: theta.data, variance, classPrior, epsilon });
}

/** So that the exponentials add to 1. */
function subtractLogOfSum(logs: Float64Array): void {
  const largest = logs.reduce((most, value) => Math.max(most, value), -Infinity);
  const sum = logs.reduce((total, value) => total + Math.exp(value - largest), 0);
  for (let i = 0; i < logs.length; i++) logs[i]! -= largest + Math.log(sum);
}
