import type { NdArray, TypedArray } from '@fashion-mnist/core';
import type { ComputeRun } from '@fashion-mnist/kernels';
import type { FittedClassifier } from '../classifier.ts';
import { fittedClassifier } from '../fitted-classifier.ts';
import { resolveOptions } from '../options/resolve-options.ts';
import type { ModelState } from '../persistence/model-state.ts';
import { savedArray, savedClasses, savedFiniteArray, savedNumber } from '../persistence/saved-values.ts';
import { type Features, featureMatrix } from '../samples/features.ts';
import { type MLPClassifierOptions, NAME, type Options, RULES } from './mlp-options.ts';
import { layerSizes } from './network-weights.ts';
import { scoreRows } from './score-rows.ts';
import { codesOfScores, probabilitiesOfScores } from './scores.ts';
import type { Training } from './training.ts';

/** A fitted `MLPClassifier`: its weights, and how its loss fell. */
export interface FittedMLPClassifier extends FittedClassifier {
  predictProba(x: Features, run?: ComputeRun): Promise<NdArray<Float64Array>>;
  /** Weights of each layer, shape `[inputCount, outputCount]`; up to two classes share one output. */
  readonly coefs: readonly NdArray<Float32Array>[];
  /** Of each layer, shape `[outputCount]`. */
  readonly intercepts: readonly Float32Array[];
  /** Epochs, or iterations of `lbfgs`. */
  readonly nIter: number;
  /** Mean log-loss with the penalty, of the last epoch or iteration. */
  readonly loss: number;
  /** The least loss of an epoch; null with `earlyStopping` and with `lbfgs`. */
  readonly bestLoss: number | null;
  /** The loss of every epoch; empty with `lbfgs`. */
  readonly lossCurve: Float64Array;
  /** Accuracy on the samples kept aside, after every epoch; empty without `earlyStopping`. */
  readonly validationScores: Float64Array;
}

/** More than any array holds. */
const MOST_FEATURES = 2 ** 31;

/** What training has learned as a classifier. */
export function fittedNetwork(
  training: Training,
  classes: Int32Array,
  options: Options,
): FittedMLPClassifier {
  const { weights, nIter, loss, bestLoss, lossCurve, validationScores } = training;
  const { inputCount: featureCount } = weights[0]!;
  const coefs = weights.map(({ coef, inputCount, outputCount }) => ({
    data: coef,
    shape: [inputCount, outputCount],
  }));
  const intercepts = weights.map(({ intercept }) => intercept);
  const scores = (x: Features, run: ComputeRun) =>
    scoreRows(featureMatrix(x, featureCount), weights, options.activation, run);

  async function predict(x: Features, run: ComputeRun = {}): Promise<Int32Array> {
    if (classes.length === 1)
      return new Int32Array(featureMatrix(x, featureCount).sampleCount).fill(classes[0]!);
    const codes = codesOfScores(await scores(x, run), weights.at(-1)!.outputCount);
    return codes.map((code) => classes[code]!);
  }

  async function predictProba(x: Features, run: ComputeRun = {}): Promise<NdArray<Float64Array>> {
    const data = probabilitiesOfScores(await scores(x, run), classes.length);
    return { data, shape: [data.length / classes.length, classes.length] };
  }

  const vector = (data: TypedArray) => ({ data, shape: [data.length] });
  const state = (): ModelState => ({
    estimator: NAME,
    options: { ...options },
    values: { nIter, loss, bestLoss, featureCount },
    arrays: {
      classes: vector(classes),
      lossCurve: vector(lossCurve),
      validationScores: vector(validationScores),
      ...Object.fromEntries(coefs.map((coef, layer) => [`coefs${layer}`, coef])),
      ...Object.fromEntries(intercepts.map((intercept, layer) => [`intercepts${layer}`, vector(intercept)])),
    },
  });

  return fittedClassifier({
    classes,
    featureCount,
    predict,
    predictProba,
    state,
    coefs,
    intercepts,
    nIter,
    loss,
    bestLoss,
    lossCurve,
    validationScores,
  });
}

/** @throws {ModelsError} `E_MODEL`; `E_OPTION`. */
export function restoredNetwork(state: ModelState): FittedMLPClassifier {
  const options = resolveOptions(NAME, RULES, state.options as MLPClassifierOptions);
  const classes = savedClasses(state);
  const featureCount = savedNumber(state, 'featureCount', { min: 1, max: MOST_FEATURES, isWhole: true });
  const sizes = layerSizes(featureCount, options.hiddenLayerSizes, classes.length);
  const weights = sizes.slice(1).map((outputCount, layer) => {
    const inputCount = sizes[layer]!;
    const { data: coef } = savedFiniteArray(state, `coefs${layer}`, Float32Array, [inputCount, outputCount]);
    const { data: intercept } = savedFiniteArray(state, `intercepts${layer}`, Float32Array, [outputCount]);
    return { inputCount, outputCount, coef, intercept };
  });
  const nIter = savedNumber(state, 'nIter', { min: 0, isWhole: true });
  const training = {
    weights,
    nIter,
    loss: savedNumber(state, 'loss'),
    bestLoss: state.values['bestLoss'] === null ? null : savedNumber(state, 'bestLoss'),
    lossCurve: savedArray(state, 'lossCurve', Float64Array, [null]).data,
    validationScores: savedArray(state, 'validationScores', Float64Array, [null]).data,
  };
  return fittedNetwork(training, classes, options);
}
