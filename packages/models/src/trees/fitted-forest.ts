import { createCheckpoint, type NdArray, type ResolvedOptions } from '@fashion-mnist/core';
import type { ComputeRun } from '@fashion-mnist/kernels';
import type { FittedClassifier } from '../classifier.ts';
import { fittedClassifier } from '../fitted-classifier.ts';
import type { ModelState } from '../persistence/model-state.ts';
import { savedClasses, savedFiniteArray, savedNumber } from '../persistence/saved-values.ts';
import type { Features } from '../samples/features.ts';
import type { RandomForestClassifierOptions } from './forest-options.ts';
import type { OutOfBag } from './out-of-bag.ts';
import { sharesPredictor } from './predict-shares.ts';
import { savedTrees, treeArrays } from './saved-trees.ts';
import type { Tree } from './tree.ts';
import { featureImportances, normalized, structureOf, type TreeStructure } from './tree-structure.ts';

/** A fitted `RandomForestClassifier`: its trees, what each feature contributes, and its out-of-bag score. */
export interface FittedRandomForestClassifier extends FittedClassifier {
  /** The mean over the trees of the class shares in their leaves. */
  predictProba(x: Features, run?: ComputeRun): Promise<NdArray<Float64Array>>;
  /** The mean over the trees of what each feature contributes; adds to 1, unless there is no split. */
  readonly featureImportances: Float64Array;
  readonly treeCount: number;
  /** A tree, node by node. @throws {RangeError} there is no tree of this number. */
  treeAt(index: number): TreeStructure;
  /** Share of the samples that the trees which have not learned from them predict; with `oobScore` only. */
  readonly oobScore: number | undefined;
  /**
   * Class shares of each sample by the trees that have not learned from it, zeros where all have; shape
   * `[sampleCount, classes.length]`; with `oobScore` only.
   */
  readonly oobDecisionFunction: NdArray<Float64Array> | undefined;
}

const NAME = 'RandomForestClassifier';

/** What a forest has learned. */
export interface LearnedForest {
  readonly options: ResolvedOptions<RandomForestClassifierOptions>;
  readonly classes: Int32Array;
  readonly featureCount: number;
  readonly trees: readonly Tree[];
  readonly oob: OutOfBag | undefined;
}

export async function fittedForest({
  options,
  classes,
  featureCount,
  trees,
  oob,
}: LearnedForest): Promise<FittedRandomForestClassifier> {
  const structure = (tree: Tree) => structureOf(tree, classes.length, options.criterion !== 'gini');
  const importances = new Float64Array(featureCount);
  const checkpoint = createCheckpoint();
  for (const tree of trees) {
    await checkpoint();
    featureImportances(structure(tree), featureCount).forEach((importance, feature) => {
      importances[feature]! += importance;
    });
  }

  function treeAt(index: number): TreeStructure {
    const tree = trees[index];
    if (tree === undefined)
      throw new RangeError(`index: expected a whole number in 0..${trees.length - 1}, got ${index}`);
    return structure(tree);
  }

  const state = (): ModelState => ({
    estimator: NAME,
    options,
    values: { featureCount, ...(oob === undefined ? {} : { oobScore: oob.score }) },
    arrays: {
      classes: { data: classes, shape: [classes.length] },
      ...treeArrays(trees, classes.length),
      ...(oob === undefined ? {} : { oobDecisionFunction: oob.decisionFunction }),
    },
  });

  return fittedClassifier({
    classes,
    featureCount,
    ...sharesPredictor(trees, classes, featureCount),
    featureImportances: normalized(importances),
    treeCount: trees.length,
    treeAt,
    oobScore: oob?.score,
    oobDecisionFunction: oob?.decisionFunction,
    state,
  });
}

/** @throws {ModelsError} `E_MODEL`. */
export function restoreForest(
  options: ResolvedOptions<RandomForestClassifierOptions>,
  state: ModelState,
): Promise<FittedRandomForestClassifier> {
  const classes = savedClasses(state);
  const featureCount = savedNumber(state, 'featureCount', { min: 1, isWhole: true });
  const trees = savedTrees(state, options.nEstimators, featureCount, classes.length);
  const oob = options.oobScore ? savedOutOfBag(state, classes.length) : undefined;
  return fittedForest({ options, classes, featureCount, trees, oob });
}

function savedOutOfBag(state: ModelState, classCount: number): OutOfBag {
  const decisionFunction = savedFiniteArray(state, 'oobDecisionFunction', Float64Array, [null, classCount]);
  return { score: savedNumber(state, 'oobScore', { min: 0, max: 1 }), decisionFunction };
}
