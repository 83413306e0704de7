import { createRng } from '@fashion-mnist/core';
import { type WorkerPool, withPool } from '@fashion-mnist/kernels';
import type { Classifier, FitRun, Labels } from '../classifier.ts';
import type { Estimator } from '../estimator.ts';
import { resolveOptions } from '../options/resolve-options.ts';
import { savedClasses, savedFiniteArray } from '../persistence/saved-values.ts';
import { type EncodedLabels, encodeLabels, requireTwoClasses } from '../samples/encode-labels.ts';
import { type FeatureMatrix, type Features, featureMatrix } from '../samples/features.ts';
import { sampleWeights } from '../samples/sample-weights.ts';
import { binByQuantiles } from './bin-by-quantiles.ts';
import { type BoostingPlan, boost } from './boost.ts';
import { type BoostingLoss, logisticLoss, softmaxLoss } from './boosting-loss.ts';
import { classShares } from './class-shares.ts';
import { type FittedBoosting, fittedBoosting } from './fitted-boosting.ts';
import type { GrowthRules } from './growth-rules.ts';
import {
  HIST_GRADIENT_BOOSTING_RULES,
  type HistGradientBoostingClassifierOptions,
  type ResolvedHistGradientBoosting,
} from './hist-gradient-boosting-options.ts';
import { histGradientBoostingRounds } from './hist-gradient-boosting-rounds.ts';
import { stratifiedSplit } from './stratified-split.ts';
import { restoreEnsemble, roundCountOf, type TreeEnsemble } from './tree-ensemble.ts';

/** A fitted `HistGradientBoostingClassifier`: its rounds and their loss. */
export interface FittedHistGradientBoostingClassifier extends FittedBoosting {
  /** Rounds that were fitted: fewer than `maxIter` when it stopped early. */
  readonly nIter: number;
  /** The mean loss of the samples learnt from, negated, before the first round and after each; empty without early stopping. */
  readonly trainScore: Float64Array;
  /** The same of samples held out; empty without any. */
  readonly validationScore: Float64Array;
}

const NAME = 'HistGradientBoostingClassifier';
/** From this many samples on `'auto'` stops early. */
const MANY_SAMPLES = 10_000;
const MIN_CURVATURE_OF_LEAF = 1e-3;
const NO_CURVATURE = 1e-15;
const VALIDATION_STREAM = 0;

/**
 * Adds trees that take Newton's steps down the loss, one per class and round, grown leaf by leaf on bins of the features.
 * Like scikit-learn's, without categories, missing values, monotonic and interaction constraints and `scoring` other than
 * the loss; a single class is refused. Gradients and curvatures are summed as whole numbers, so that sums are exact.
 *
 * @see sklearn.ensemble.HistGradientBoostingClassifier
 * @see Ke et al. 2017, "LightGBM: a highly efficient gradient boosting decision tree".
 * @see Shi et al. 2022, "Quantized training of gradient boosting decision trees".
 */
export class HistGradientBoostingClassifier implements Classifier<FittedHistGradientBoostingClassifier> {
  readonly options: ResolvedHistGradientBoosting;

  /** @throws {ModelsError} `E_OPTION` - an option is unknown or outside its range. */
  constructor(options: HistGradientBoostingClassifierOptions = {}) {
    this.options = resolveOptions(NAME, HIST_GRADIENT_BOOSTING_RULES, options);
  }

  /**
   * @param x - Shape `[sampleCount, ...featureShape]`; borrowed during the call. Bytes, scaled or not, are fastest.
   * @param y - One label per sample; borrowed.
   * @throws {ModelsError} `E_SHAPE`; `E_NOT_FINITE`; `E_LABELS` - fewer than two classes; `E_OPTION` -
   *   `validationFraction` leaves a class without samples.
   * @throws the signal's reason, when aborted.
   */
  async fit(x: Features, y: Labels, run: FitRun = {}): Promise<FittedHistGradientBoostingClassifier> {
    const matrix = featureMatrix(x);
    const labels = encodeLabels(y, matrix.sampleCount);
    requireTwoClasses(NAME, labels);
    const weights = sampleWeights(run.sampleWeight, matrix.sampleCount);
    const work = matrix.data.length * this.options.maxIter * labels.classes.length;
    return withPool(run, work, (pool) => learn(pool, matrix, labels, weights, this.options, run));
  }
}

/** For programs that choose a classifier at run time. */
export const histGradientBoostingEstimator: Estimator = {
  name: NAME,
  rules: HIST_GRADIENT_BOOSTING_RULES,
  create: (options) => new HistGradientBoostingClassifier(options),
  async restore(state) {
    const options = resolveOptions(
      NAME,
      HIST_GRADIENT_BOOSTING_RULES,
      state.options as HistGradientBoostingClassifierOptions,
    );
    const classes = savedClasses(state);
    const ensemble = restoreEnsemble(state, classes.length);
    return fitted({
      options,
      classes,
      ensemble,
      featureCount: state.values['featureCount'] as number,
      initialScores: savedFiniteArray(state, 'initialScores', Float64Array, [ensemble.treesPerRound]).data,
      trainScore: savedFiniteArray(state, 'trainScore', Float64Array, [null]).data,
      validationScore: savedFiniteArray(state, 'validationScore', Float64Array, [null]).data,
    });
  },
};

async function learn(
  pool: WorkerPool,
  matrix: FeatureMatrix,
  { classes, codes }: EncodedLabels,
  weights: Float64Array | undefined,
  options: ResolvedHistGradientBoosting,
  run: FitRun,
): Promise<FittedHistGradientBoostingClassifier> {
  const { featureCount, sampleCount } = matrix;
  const { seed = 0, signal, onProgress } = run;
  const { earlyStopping, validationFraction, maxBins, maxIter } = options;
  const stopsEarly = earlyStopping === 'auto' ? sampleCount > MANY_SAMPLES : earlyStopping;
  const { training, validation } =
    stopsEarly && validationFraction !== null
      ? stratifiedSplit(
          NAME,
          codes,
          classes.length,
          validationFraction,
          createRng(seed).split(VALIDATION_STREAM),
        )
      : { training: Int32Array.from(codes.keys()), validation: new Int32Array() };
  const initialScores = initialScoresOf(classShares(codes, classes.length, weights, training));
  const rounds = histGradientBoostingRounds(options, { training, validation, weights, stopsEarly });
  const rules = growthRulesOf(options, featureCount);
  const data = {
    codes,
    weights,
    initialScores,
    loss: lossOf(classes.length),
    denominators: rules.denominators,
  };
  const plan: BoostingPlan = { maxRounds: maxIter, rules, data, seed, ...rounds };

  const region = pool.region();
  try {
    const rows = await binByQuantiles(pool, region, matrix, { rows: training, maxBins, signal });
    const { ensemble } = await boost(pool, region, rows, plan, { signal, onProgress });
    return fitted({
      options,
      classes,
      featureCount,
      ensemble,
      initialScores,
      trainScore: Float64Array.from(rounds.trainScores),
      validationScore: Float64Array.from(rounds.validationScores),
    });
  } finally {
    region.release();
  }
}

function growthRulesOf(
  {
    maxDepth,
    maxLeafNodes,
    minSamplesLeaf,
    l2Regularization,
    maxFeatures,
    learningRate,
  }: ResolvedHistGradientBoosting,
  featureCount: number,
): GrowthRules {
  const penalty = l2Regularization + NO_CURVATURE;
  return {
    maxDepth: maxDepth ?? Infinity,
    maxLeafNodes: maxLeafNodes ?? Infinity,
    minRowsToSplit: 2,
    minRowsOfLeaf: minSamplesLeaf,
    denominators: 'curvatures',
    minDenominatorOfLeaf: MIN_CURVATURE_OF_LEAF,
    penalty,
    featuresPerSplit: Math.max(1, Math.floor(maxFeatures * featureCount)),
    breaksTiesAtRandom: false,
    redrawsConstantFeatures: false,
    isSplittable: () => true,
    isWorth: (gain) => gain > 0,
    leafValue: ({ gradient, curvature }) => (learningRate * gradient) / (curvature + penalty),
  };
}

/** The scores by which every sample has the shares of the classes; of three or more they add to 0. */
function initialScoresOf(shares: Float64Array): Float64Array {
  const clipped = shares.map((share) => Math.min(Math.max(share, Number.EPSILON), 1 - Number.EPSILON));
  if (clipped.length === 2) return Float64Array.of(Math.log(clipped[1]! / (1 - clipped[1]!)));
  const logarithms = clipped.map((share) => Math.log(share));
  const mean = logarithms.reduce((sum, value) => sum + value, 0) / logarithms.length;
  return logarithms.map((value) => value - mean);
}

function lossOf(classCount: number): BoostingLoss {
  return classCount > 2 ? softmaxLoss : logisticLoss;
}

interface Learned {
  readonly options: ResolvedHistGradientBoosting;
  readonly classes: Int32Array;
  readonly featureCount: number;
  readonly ensemble: TreeEnsemble;
  readonly initialScores: Float64Array;
  readonly trainScore: Float64Array;
  readonly validationScore: Float64Array;
}

function fitted({
  options,
  trainScore,
  validationScore,
  ...parts
}: Learned): FittedHistGradientBoostingClassifier {
  return {
    ...fittedBoosting({
      ...parts,
      estimator: NAME,
      options: { ...options },
      loss: lossOf(parts.classes.length),
      values: {},
      arrays: {
        trainScore: { data: trainScore, shape: [trainScore.length] },
        validationScore: { data: validationScore, shape: [validationScore.length] },
      },
    }),
    nIter: roundCountOf(parts.ensemble),
    trainScore,
    validationScore,
  };
}
