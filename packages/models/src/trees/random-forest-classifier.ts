import type { ResolvedOptions } from '@fashion-mnist/core';
import { type WorkerPool, withPool } from '@fashion-mnist/kernels';
import type { Classifier, FitRun, Labels } from '../classifier.ts';
import { ModelsError } from '../errors.ts';
import type { Estimator } from '../estimator.ts';
import { resolveOptions } from '../options/resolve-options.ts';
import { encodeLabels } from '../samples/encode-labels.ts';
import { type FeatureMatrix, type Features, featureMatrix } from '../samples/features.ts';
import { sampleWeights } from '../samples/sample-weights.ts';
import { type FittedRandomForestClassifier, fittedForest, restoreForest } from './fitted-forest.ts';
import { FOREST_RULES, type RandomForestClassifierOptions } from './forest-options.ts';
import { growForest } from './grow-forest.ts';
import { growthRules } from './growth-rules.ts';
import { type OutOfBag, outOfBag } from './out-of-bag.ts';
import { pruneTree } from './prune-tree.ts';
import { requireFewClasses } from './require-few-classes.ts';
import type { Tree } from './tree.ts';
import { type Drawing, placeProblem, type TreeSamples } from './tree-problem.ts';
import { weightSamples } from './weight-samples.ts';

const NAME = 'RandomForestClassifier';

type Options = ResolvedOptions<RandomForestClassifierOptions>;

/** About how often a tree looks at a sample per feature that a node draws. */
const VISITS = 20;

/**
 * The mean of many trees, each of which learns from samples drawn at random and chooses among features drawn at random.
 *
 * @remarks Threads grow whole trees. The same bytes on any number of threads, in Node and in browsers. Bytes as
 *   features, at most 16 classes and whole weights are fastest.
 * @see sklearn.ensemble.RandomForestClassifier; Breiman 2001, "Random forests"
 */
export class RandomForestClassifier implements Classifier<FittedRandomForestClassifier> {
  readonly options: Options;

  /** @throws {ModelsError} `E_OPTION` - an option is unknown, outside its range, or needs another one. */
  constructor(options: RandomForestClassifierOptions = {}) {
    this.options = resolveOptions(NAME, FOREST_RULES, options);
    const { bootstrap, oobScore, maxSamples } = this.options;
    if (!bootstrap && (oobScore || maxSamples !== null))
      throw new ModelsError(
        'E_OPTION',
        `${NAME}.bootstrap: expected true with ${oobScore ? 'oobScore' : 'maxSamples'}, got false`,
      );
  }

  /**
   * @param x - Shape `[sampleCount, ...featureShape]`; borrowed. Bytes, scaled or not, are fastest.
   * @param y - One label per sample; borrowed.
   * @throws {ModelsError} `E_SHAPE`; `E_NOT_FINITE`; `E_LABELS` - more than 16,384 classes; `E_OPTION` - weights of
   *   labels that do not occur, or more `maxSamples` than there are.
   * @throws the signal's reason, when aborted.
   */
  async fit(x: Features, y: Labels, run: FitRun = {}): Promise<FittedRandomForestClassifier> {
    const matrix = featureMatrix(x);
    const labels = encodeLabels(y, matrix.sampleCount);
    const { classes, codes } = labels;
    requireFewClasses(NAME, classes);
    const { options } = this;
    const own = sampleWeights(run.sampleWeight, matrix.sampleCount);
    const drawing = drawingOf(options, matrix);
    const classWeight =
      options.classWeight === 'balancedSubsample'
        ? drawing.isBalanced
          ? null
          : 'balanced'
        : options.classWeight;
    const weights = weightSamples(NAME, labels, own, classWeight);
    const samples = { matrix, codes, classCount: classes.length, weights };
    const { sampleCount, featureCount } = matrix;
    const visits = sampleCount * Math.sqrt(featureCount) * options.nEstimators * VISITS;
    const { trees, oob } = await withPool(run, visits, (pool) => grow(pool, options, samples, drawing, run));
    return fittedForest({ options, classes, featureCount, trees, oob });
  }
}

function drawingOf({ bootstrap, maxSamples, classWeight }: Options, { sampleCount }: FeatureMatrix): Drawing {
  if (!bootstrap) return { drawCount: 0, isBalanced: false };
  const drawCount =
    maxSamples === null
      ? sampleCount
      : 'count' in maxSamples
        ? maxSamples.count
        : Math.max(1, Math.round(maxSamples.fraction * sampleCount));
  if (drawCount > sampleCount)
    throw new ModelsError(
      'E_OPTION',
      `${NAME}.maxSamples: expected at most ${sampleCount}, the number of samples, got ${drawCount}`,
    );
  return { drawCount, isBalanced: classWeight === 'balancedSubsample' };
}

async function grow(
  pool: WorkerPool,
  options: Options,
  samples: TreeSamples,
  drawing: Drawing,
  run: FitRun,
): Promise<{ trees: readonly Tree[]; oob: OutOfBag | undefined }> {
  const { matrix, classCount } = samples;
  const { sampleCount, featureCount } = matrix;
  const rules = growthRules(options, 'best', options.maxFeatures, sampleCount, featureCount);
  const region = pool.region();
  try {
    const problem = await placeProblem(pool, region, samples, rules, drawing, run);
    const finish = (tree: Tree) => pruneTree(tree, classCount, options);
    const trees = await growForest(problem, options.nEstimators, finish, run);
    const oob = options.oobScore ? await outOfBag(problem, samples, trees, run) : undefined;
    return { trees, oob };
  } finally {
    region.release();
  }
}

/** For programs that choose a classifier at run time. */
export const randomForestEstimator: Estimator = {
  name: NAME,
  rules: FOREST_RULES,
  create: (options) => new RandomForestClassifier(options),
  async restore(state) {
    const { options } = new RandomForestClassifier(state.options);
    return restoreForest(options, state);
  },
};
