import type { NdArray, ResolvedOptions } from '@fashion-mnist/core';
import { type ComputeRun, withPool } from '@fashion-mnist/kernels';
import type { FitRun, FittedClassifier, Labels } from '../classifier.ts';
import { fittedClassifier } from '../fitted-classifier.ts';
import type { ModelState } from '../persistence/model-state.ts';
import { savedClasses, savedNumber } from '../persistence/saved-values.ts';
import { encodeLabels } from '../samples/encode-labels.ts';
import { type Features, featureMatrix } from '../samples/features.ts';
import { sampleWeights } from '../samples/sample-weights.ts';
import { growTree } from './grow-tree.ts';
import { growthRules } from './growth-rules.ts';
import { sharesPredictor } from './predict-shares.ts';
import { pruneTree } from './prune-tree.ts';
import { requireFewClasses } from './require-few-classes.ts';
import { savedTrees, treeArrays } from './saved-trees.ts';
import { depthsOf, rightChildren, type Tree } from './tree.ts';
import type { SingleTreeOptions } from './tree-options.ts';
import { placeProblem } from './tree-problem.ts';
import { featureImportances, structureOf, type TreeStructure } from './tree-structure.ts';
import { weightSamples } from './weight-samples.ts';

/** A tree that has learned. */
export interface FittedTree extends FittedClassifier {
  /** Class shares of the leaf that each sample comes to. */
  predictProba(x: Features, run?: ComputeRun): Promise<NdArray<Float64Array>>;
  /** The tree, node by node. */
  readonly tree: TreeStructure;
  /** By how much all splits of each feature lower the impurity; adds to 1, unless there is no split. */
  readonly featureImportances: Float64Array;
  /** The greatest distance from the root to a leaf. */
  readonly depth: number;
  readonly leafCount: number;
  readonly nodeCount: number;
}

type Options = ResolvedOptions<SingleTreeOptions>;

/** About how often a sample is looked at per feature: once for each level. */
const VISITS = 16;

/** What a single tree is, besides the samples. */
interface Learned {
  readonly name: string;
  readonly options: Options;
  readonly classes: Int32Array;
  readonly featureCount: number;
  readonly tree: Tree;
}

export async function fitTree(
  name: string,
  options: Options,
  x: Features,
  y: Labels,
  run: FitRun,
): Promise<FittedTree> {
  const matrix = featureMatrix(x);
  const { sampleCount, featureCount } = matrix;
  const labels = encodeLabels(y, sampleCount);
  const { classes, codes } = labels;
  requireFewClasses(name, classes);
  const own = sampleWeights(run.sampleWeight, sampleCount);
  const samples = {
    matrix,
    codes,
    classCount: classes.length,
    weights: weightSamples(name, labels, own, options.classWeight),
  };
  const rules = growthRules(options, options.splitter, options.maxFeatures, sampleCount, featureCount);
  const tree = await withPool(run, sampleCount * rules.maxFeatures * VISITS, async (pool) => {
    const region = pool.region();
    try {
      const drawing = { drawCount: 0, isBalanced: false };
      return await growTree(await placeProblem(pool, region, samples, rules, drawing, run), run);
    } finally {
      region.release();
    }
  });
  return fittedTree({ name, options, classes, featureCount, tree: pruneTree(tree, classes.length, options) });
}

/** @throws {ModelsError} `E_MODEL`. */
export function restoreTree(name: string, options: Options, state: ModelState): FittedTree {
  const classes = savedClasses(state);
  const featureCount = savedNumber(state, 'featureCount', { min: 1, isWhole: true });
  const [tree] = savedTrees(state, 1, featureCount, classes.length);
  return fittedTree({ name, options, classes, featureCount, tree: tree! });
}

function fittedTree({ name, options, classes, featureCount, tree }: Learned): FittedTree {
  const structure = structureOf(tree, classes.length, options.criterion !== 'gini');
  const state = (): ModelState => ({
    estimator: name,
    options,
    values: { featureCount },
    arrays: { classes: { data: classes, shape: [classes.length] }, ...treeArrays([tree], classes.length) },
  });
  return fittedClassifier({
    classes,
    featureCount,
    ...sharesPredictor([tree], classes, featureCount),
    tree: structure,
    featureImportances: featureImportances(structure, featureCount),
    depth: depthsOf(tree.feature, rightChildren(tree.feature)).reduce(
      (most, depth) => Math.max(most, depth),
      0,
    ),
    leafCount: tree.leafSamples.length,
    nodeCount: tree.feature.length,
    state,
  });
}
