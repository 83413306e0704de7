import type { NdArray } from '@fashion-mnist/core';
import type { ComputeRun } from '@fashion-mnist/kernels';
import type { FittedClassifier } from '../classifier.ts';
import { ModelsError } from '../errors.ts';
import { fittedClassifier } from '../fitted-classifier.ts';
import type { JsonValue, ModelState } from '../persistence/model-state.ts';
import { savedClasses, savedFiniteArray, savedNumber } from '../persistence/saved-values.ts';
import { type Features, featureMatrix } from '../samples/features.ts';
import { linearDecisions } from './linear-decisions.ts';
import type { LearnedWeights } from './one-against-rest.ts';
import { type ProbabilityRule, probabilities } from './probabilities.ts';

/** A linear model that has learned from one sample after the other. */
export interface FittedOnlineClassifier extends FittedClassifier {
  /** Weights, shape `[classes.length, featureCount]`; of two classes `[1, featureCount]`, for the second. */
  readonly coef: NdArray<Float64Array>;
  /** One per row of `coef`. */
  readonly intercept: Float64Array;
  /** Passes over the samples; the most that a class took. */
  readonly nIter: number;
  decisionFunction(x: Features, run?: ComputeRun): Promise<NdArray<Float64Array>>;
}

/** What makes up such a model. */
export interface OnlineModel {
  readonly estimator: string;
  readonly options: Readonly<Record<string, JsonValue>>;
  readonly classes: Int32Array;
  readonly learned: LearnedWeights;
  /** How decisions become probabilities; undefined where they cannot. */
  readonly probabilityRule: ProbabilityRule | undefined;
}

export function fittedOnlineClassifier(model: OnlineModel): FittedOnlineClassifier {
  const { estimator, options, classes, learned, probabilityRule } = model;
  const { coef, intercept, nIter } = learned;
  const [problemCount = 0, featureCount = 0] = coef.shape;

  async function decisionFunction(x: Features, run: ComputeRun = {}): Promise<NdArray<Float64Array>> {
    const matrix = featureMatrix(x, featureCount);
    const data = await linearDecisions(matrix, learned, run);
    return { data, shape: problemCount === 1 ? [matrix.sampleCount] : [matrix.sampleCount, problemCount] };
  }

  async function predict(x: Features, run: ComputeRun = {}): Promise<Int32Array> {
    const { data, shape } = await decisionFunction(x, run);
    return Int32Array.from({ length: shape[0] ?? 0 }, (_, row) =>
      problemCount === 1
        ? classes[data[row]! > 0 ? 1 : 0]!
        : classes[indexOfLargest(data, row * problemCount, problemCount)]!,
    );
  }

  const state = (): ModelState => ({
    estimator,
    options,
    values: { nIter },
    arrays: {
      classes: { data: classes, shape: [classes.length] },
      coef,
      intercept: { data: intercept, shape: [problemCount] },
    },
  });

  const own = { classes, featureCount, coef, intercept, nIter, decisionFunction, predict, state };
  if (probabilityRule === undefined) return fittedClassifier(own);
  return fittedClassifier({
    ...own,
    async predictProba(x: Features, run: ComputeRun = {}) {
      const { data } = await decisionFunction(x, run);
      return probabilities(data, classes.length, probabilityRule);
    },
  });
}

/** What `state` saves, checked. @throws {ModelsError} `E_MODEL`. */
export function savedLearnedWeights(state: ModelState): Pick<OnlineModel, 'classes' | 'learned'> {
  const classes = savedClasses(state);
  const problemCount = classes.length === 2 ? 1 : classes.length;
  const coef = savedFiniteArray(state, 'coef', Float64Array, [problemCount, null]);
  if (classes.length < 2 || coef.data.length === 0)
    throw new ModelsError(
      'E_MODEL',
      `saved ${state.estimator}: expected at least two classes and one feature, got ${classes.length} and ${coef.shape[1]}`,
    );
  const intercept = savedFiniteArray(state, 'intercept', Float64Array, [problemCount]).data;
  return {
    classes,
    learned: { coef, intercept, nIter: savedNumber(state, 'nIter', { min: 1, isWhole: true }) },
  };
}

function indexOfLargest(values: Float64Array, start: number, length: number): number {
  let best = 0;
  for (let i = 1; i < length; i++) if (values[start + i]! > values[start + best]!) best = i;
  return best;
}
