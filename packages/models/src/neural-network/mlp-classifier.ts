import { createRng, type NdArray } from '@fashion-mnist/core';
import { type ComputeRun, withPool } from '@fashion-mnist/kernels';
import type { Classifier, FitRun, FittedClassifier, Labels } from '../classifier.ts';
import { ModelsError } from '../errors.ts';
import type { Estimator } from '../estimators.ts';
import { resolveOptions } from '../options/resolve-options.ts';
import { encodeLabels } from '../samples/encode-labels.ts';
import { type Features, featureMatrix } from '../samples/features.ts';
import { refuseSampleWeights } from '../samples/sample-weights.ts';
import { fittedNetwork, restoredNetwork } from './fitted-network.ts';
import { type MLPClassifierOptions, NAME, type Options, RULES } from './mlp-options.ts';
import { areFinite, glorotWeights, layerSizes, type NetworkWeights } from './network-weights.ts';
import { trainAtOnce } from './train-at-once.ts';
import { trainInBatches } from './train-in-batches.ts';
import type { Training, TrainingData } from './training.ts';

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

/** How many epochs an estimate of the work counts on. */
const USUAL_EPOCHS = 20;

/**
 * A multilayer perceptron: layers of units, each a weighted sum of all units before it, bent by an activation. Learns
 * in float32.
 *
 * @see sklearn.neural_network.MLPClassifier
 */
export class MLPClassifier implements Classifier<FittedMLPClassifier> {
  readonly options: Options;

  /** @throws {ModelsError} `E_OPTION` - an option is unknown or outside its range, or `earlyStopping` has no samples. */
  constructor(options: MLPClassifierOptions = {}) {
    this.options = resolveOptions(NAME, RULES, options);
    const { solver, earlyStopping, validationFraction } = this.options;
    if (solver !== 'lbfgs' && earlyStopping && validationFraction === 0)
      throw new ModelsError(
        'E_OPTION',
        `${NAME}: earlyStopping needs a validationFraction above 0, got ${validationFraction}`,
      );
  }

  /**
   * @param x - Shape `[sampleCount, ...featureShape]`; borrowed during the call. Learns best from scaled features; scaled
   *   bytes are fastest.
   * @param y - One label per sample; borrowed.
   * @param run.seed - Decides the first weights, the order of samples, and which are kept aside.
   * @throws {ModelsError} `E_SHAPE`; `E_NOT_FINITE` - also when the weights have grown beyond all bounds; `E_LABELS` -
   *   `earlyStopping` with a class of one sample; `E_OPTION` - weights of samples.
   * @throws {KernelsError} `E_MEMORY` - samples and network do not fit into the pool.
   * @throws the signal's reason, when aborted.
   */
  async fit(x: Features, y: Labels, run: FitRun = {}): Promise<FittedMLPClassifier> {
    refuseSampleWeights(NAME, run.sampleWeight);
    const matrix = featureMatrix(x);
    const { classes, codes } = encodeLabels(y, matrix.sampleCount);
    const data = { matrix, codes, classCount: classes.length };
    const training = await trained(data, this.options, run);
    if (!areFinite(training.weights))
      throw new ModelsError(
        'E_NOT_FINITE',
        `${NAME}: the weights have become infinite; scale the features, or lower learningRateInit`,
      );
    return fittedNetwork(training, classes, this.options);
  }
}

/** For programs that choose a classifier at run time. */
export const mlpEstimator: Estimator = {
  name: NAME,
  rules: RULES,
  create: (options) => new MLPClassifier(options),
  restore: async (state) => restoredNetwork(state),
};

function trained(data: TrainingData, options: Options, run: FitRun): Promise<Training> {
  const rng = createRng(run.seed ?? 0);
  const { sampleCount, featureCount } = data.matrix;
  const sizes = layerSizes(featureCount, options.hiddenLayerSizes, data.classCount);
  const weights = glorotWeights(rng.split(0), sizes, options.activation);
  const work = 3 * sampleCount * parameterCount(weights) * Math.min(USUAL_EPOCHS, options.maxIter);
  return withPool(run, work, (pool) =>
    options.solver === 'lbfgs'
      ? trainAtOnce(pool, data, weights, options, run)
      : trainInBatches(pool, data, weights, options, { order: rng.split(1), validation: rng.split(2) }, run),
  );
}

function parameterCount(weights: NetworkWeights): number {
  return weights.reduce((sum, { coef }) => sum + coef.length, 0);
}
