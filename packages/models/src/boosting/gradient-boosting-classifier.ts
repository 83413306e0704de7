import { createRng } from '@fashion-mnist/core';
import { type WorkerPool, withPool } from '@fashion-mnist/kernels';
import type { Classifier, FitRun, Labels } from '../classifier.ts';
import { ModelsError } from '../errors.ts';
import type { Estimator } from '../estimator.ts';
import { resolveOptions } from '../options/resolve-options.ts';
import { savedClasses, savedFiniteArray } from '../persistence/saved-values.ts';
import { type EncodedLabels, encodeLabels, requireTwoClasses } from '../samples/encode-labels.ts';
import { type FeatureMatrix, type Features, featureMatrix } from '../samples/features.ts';
import { sampleWeights } from '../samples/sample-weights.ts';
import { binExactly } from './bin-exactly.ts';
import { type BoostingPlan, boost } from './boost.ts';
import { type BoostingLoss, exponentialLoss, logisticLoss, softmaxLoss } from './boosting-loss.ts';
import { classShares } from './class-shares.ts';
import { type FittedBoosting, fittedBoosting } from './fitted-boosting.ts';
import {
  GRADIENT_BOOSTING_RULES,
  type GradientBoostingClassifierOptions,
  type ResolvedGradientBoosting,
} from './gradient-boosting-options.ts';
import { gradientBoostingRounds } from './gradient-boosting-rounds.ts';
import { gradientBoostingRules } from './gradient-boosting-rules.ts';
import type { GrownTree } from './grow-trees.ts';
import { stratifiedSplit } from './stratified-split.ts';
import { restoreEnsemble, roundCountOf, type TreeEnsemble, treesPerRoundOf } from './tree-ensemble.ts';

/** A fitted `GradientBoostingClassifier`: its rounds, their loss, and what each feature contributes. */
export interface FittedGradientBoostingClassifier extends FittedBoosting {
  /** Rounds that were fitted: fewer than asked for when it stopped early. */
  readonly nEstimators: number;
  /** The mean loss of the samples seen, after each round; of two classes twice the logarithmic loss, as in scikit-learn. */
  readonly trainScore: Float64Array;
  /** How much each feature lowers the squared error of the residuals, adding to 1, or all 0. */
  readonly featureImportances: Float64Array;
}

const NAME = 'GradientBoostingClassifier';
/** scikit-learn keeps shares away from 0 and 1 by float32's epsilon. */
const LEAST_SHARE = 2 ** -23;
const VALIDATION_STREAM = 0;
const SUBSAMPLE_STREAM = 1;

/**
 * Adds trees that follow the gradient of the loss, one per class and round. Splits are exact: of all values of all
 * features; where features split equally well, the seed decides. Like scikit-learn's, without `ccpAlpha`, and `init` is
 * no estimator of one's own.
 *
 * @see sklearn.ensemble.GradientBoostingClassifier
 * @see Friedman 2001, "Greedy function approximation: a gradient boosting machine", algorithm 6.
 */
export class GradientBoostingClassifier implements Classifier<FittedGradientBoostingClassifier> {
  readonly options: ResolvedGradientBoosting;

  /** @throws {ModelsError} `E_OPTION` - an option is unknown or outside its range. */
  constructor(options: GradientBoostingClassifierOptions = {}) {
    this.options = resolveOptions(NAME, GRADIENT_BOOSTING_RULES, options);
  }

  /**
   * @param x - Shape `[sampleCount, ...featureShape]`; borrowed during the call. Bytes, scaled or not, are fastest.
   * @param y - One label per sample; borrowed.
   * @throws {ModelsError} `E_SHAPE`; `E_NOT_FINITE`; `E_LABELS` - fewer than two classes, or with `'exponential'` more;
   *   `E_OPTION` - `validationFraction` leaves a class without samples.
   * @throws the signal's reason, when aborted.
   */
  async fit(x: Features, y: Labels, run: FitRun = {}): Promise<FittedGradientBoostingClassifier> {
    const matrix = featureMatrix(x);
    const labels = encodeLabels(y, matrix.sampleCount);
    requireTwoClasses(NAME, labels);
    const classCount = labels.classes.length;
    if (this.options.loss === 'exponential' && classCount > 2)
      throw new ModelsError(
        'E_LABELS',
        `${NAME}: expected two classes for the exponential loss, got ${classCount}`,
      );
    const weights = sampleWeights(run.sampleWeight, matrix.sampleCount);
    const work = matrix.data.length * this.options.nEstimators * classCount;
    return withPool(run, work, (pool) => learn(pool, matrix, labels, weights, this.options, run));
  }
}

/** For programs that choose a classifier at run time. */
export const gradientBoostingEstimator: Estimator = {
  name: NAME,
  rules: GRADIENT_BOOSTING_RULES,
  create: (options) => new GradientBoostingClassifier(options),
  async restore(state) {
    const options = resolveOptions(
      NAME,
      GRADIENT_BOOSTING_RULES,
      state.options as GradientBoostingClassifierOptions,
    );
    const classes = savedClasses(state);
    const ensemble = restoreEnsemble(state, classes.length);
    const featureCount = state.values['featureCount'] as number;
    return fitted({
      options,
      classes,
      featureCount,
      ensemble,
      initialScores: savedFiniteArray(state, 'initialScores', Float64Array, [ensemble.treesPerRound]).data,
      trainScore: savedFiniteArray(state, 'trainScore', Float64Array, [roundCountOf(ensemble)]).data,
      featureImportances: savedFiniteArray(state, 'featureImportances', Float64Array, [featureCount]).data,
    });
  },
};

async function learn(
  pool: WorkerPool,
  matrix: FeatureMatrix,
  { classes, codes }: EncodedLabels,
  weights: Float64Array | undefined,
  options: ResolvedGradientBoosting,
  run: FitRun,
): Promise<FittedGradientBoostingClassifier> {
  const { featureCount, sampleCount } = matrix;
  const { seed = 0, signal, onProgress } = run;
  const rng = createRng(seed);
  const { nIterNoChange, validationFraction } = options;
  const all = Int32Array.from({ length: sampleCount }, (_, row) => row);
  const { training, validation } =
    nIterNoChange === null
      ? { training: all, validation: new Int32Array() }
      : stratifiedSplit(NAME, codes, classes.length, validationFraction, rng.split(VALIDATION_STREAM));
  const initialScores = initialScoresOf(options, classShares(codes, classes.length, weights, training));
  const loss = lossOf(options, classes.length);
  const weightSum = training.reduce((sum, row) => sum + (weights?.[row] ?? 1), 0);
  const classCount = classes.length;
  const rules = gradientBoostingRules(options, {
    rowCount: training.length,
    weightSum,
    featureCount,
    classCount,
  });
  const data = { codes, weights, initialScores, loss, denominators: rules.denominators };
  const rounds = gradientBoostingRounds(
    options,
    { training, validation, weights, loss },
    rng.split(SUBSAMPLE_STREAM),
  );
  const plan: BoostingPlan = { maxRounds: options.nEstimators, rules, data, seed, ...rounds };

  const region = pool.region();
  try {
    const rows = await binExactly(pool, region, matrix, signal);
    const { ensemble, trees } = await boost(pool, region, rows, plan, { signal, onProgress });
    const trainScore = Float64Array.from(rounds.trainScores);
    const featureImportances = importancesOf(trees, featureCount);
    return fitted({
      options,
      classes,
      featureCount,
      ensemble,
      initialScores,
      trainScore,
      featureImportances,
    });
  } finally {
    region.release();
  }
}

function initialScoresOf({ init, loss }: ResolvedGradientBoosting, shares: Float64Array): Float64Array {
  if (init === 'zero') return new Float64Array(treesPerRoundOf(shares.length));
  const clipped = shares.map((share) => Math.min(Math.max(share, LEAST_SHARE), 1 - LEAST_SHARE));
  if (shares.length > 2) return clipped.map((share) => Math.log(share));
  const logOdds = Math.log(clipped[1]! / (1 - clipped[1]!));
  return Float64Array.of(loss === 'exponential' ? logOdds / 2 : logOdds);
}

function lossOf({ loss }: ResolvedGradientBoosting, classCount: number): BoostingLoss {
  if (classCount > 2) return softmaxLoss;
  return loss === 'exponential' ? exponentialLoss : logisticLoss;
}

/** The mean over all trees that have a split, each relative to its samples. */
function importancesOf(trees: readonly GrownTree[], featureCount: number): Float64Array {
  const sums = new Float64Array(featureCount);
  for (const { tree, root } of trees)
    for (const [feature, gain] of tree.gains) sums[feature]! += gain / root.weight;
  const total = sums.reduce((sum, value) => sum + value, 0);
  return total > 0 ? sums.map((sum) => sum / total) : sums;
}

interface Learned {
  readonly options: ResolvedGradientBoosting;
  readonly classes: Int32Array;
  readonly featureCount: number;
  readonly ensemble: TreeEnsemble;
  readonly initialScores: Float64Array;
  readonly trainScore: Float64Array;
  readonly featureImportances: Float64Array;
}

function fitted({
  options,
  trainScore,
  featureImportances,
  ...parts
}: Learned): FittedGradientBoostingClassifier {
  return {
    ...fittedBoosting({
      ...parts,
      estimator: NAME,
      options: { ...options },
      loss: lossOf(options, parts.classes.length),
      values: {},
      arrays: {
        trainScore: { data: trainScore, shape: [trainScore.length] },
        featureImportances: { data: featureImportances, shape: [featureImportances.length] },
      },
    }),
    nEstimators: roundCountOf(parts.ensemble),
    trainScore,
    featureImportances,
  };
}
