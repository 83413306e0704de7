import { ModelsError } from '../errors.ts';
import type { ModelState } from '../persistence/model-state.ts';
import { savedArray, savedFiniteArray, savedIndices, savedNumber } from '../persistence/saved-values.ts';
import type { GrowingTree } from './growing-tree.ts';

/** Trees one behind the other, round by round and class by class. */
export interface TreeEnsemble {
  readonly treesPerRound: number;
  /** The first node of each tree, and how many nodes there are. */
  readonly roots: Int32Array;
  /** What each node looks at; -1 of a leaf. */
  readonly features: Int32Array;
  /** The highest value that goes left. */
  readonly thresholds: Float64Array;
  /** The left child, behind its parent; the right one follows it. 0 of a leaf. */
  readonly lefts: Int32Array;
  /** What leaves add to the score of their class. */
  readonly values: Float64Array;
}

/** @param cuts - What nodes compare with: thresholds of values, or the last bins that go left. */
export function joinTrees(
  trees: readonly GrowingTree[],
  treesPerRound: number,
  cuts: 'thresholds' | 'bins',
): TreeEnsemble {
  const roots = new Int32Array(trees.length + 1);
  for (const [i, { features }] of trees.entries()) roots[i + 1] = roots[i]! + features.length;
  const nodeCount = roots[trees.length]!;
  const features = new Int32Array(nodeCount);
  const thresholds = new Float64Array(nodeCount);
  const lefts = new Int32Array(nodeCount);
  const values = new Float64Array(nodeCount);
  for (const [i, tree] of trees.entries()) {
    const root = roots[i]!;
    features.set(tree.features, root);
    thresholds.set(tree[cuts], root);
    for (const [node, left] of tree.lefts.entries()) {
      lefts[root + node] = left === 0 ? 0 : root + left;
      values[root + node] = left === 0 ? tree.values[node]! : 0;
    }
  }
  return { treesPerRound, roots, features, thresholds, lefts, values };
}

/** A tree per class; two classes share one. */
export function treesPerRoundOf(classCount: number): number {
  return classCount > 2 ? classCount : 1;
}

export function roundCountOf({ roots, treesPerRound }: TreeEnsemble): number {
  return (roots.length - 1) / treesPerRound;
}

export function ensembleState({
  roots,
  features,
  thresholds,
  lefts,
  values,
}: TreeEnsemble): ModelState['arrays'] {
  const saved = { roots, features, thresholds, lefts, values };
  return Object.fromEntries(
    Object.entries(saved).map(([name, data]) => [name, { data, shape: [data.length] }]),
  );
}

/** @throws {ModelsError} `E_MODEL` - there are fewer than two classes, or the arrays do not make trees. */
export function restoreEnsemble(state: ModelState, classCount: number): TreeEnsemble {
  if (classCount < 2)
    throw new ModelsError('E_MODEL', `saved ${state.estimator}: expected at least two classes, got one`);
  const treesPerRound = treesPerRoundOf(classCount);
  const featureCount = savedNumber(state, 'featureCount', { min: 1, isWhole: true });
  const values = savedFiniteArray(state, 'values', Float64Array, [null]).data;
  const nodeCount = values.length;
  const thresholds = savedFiniteArray(state, 'thresholds', Float64Array, [nodeCount]).data;
  const features = savedArray(state, 'features', Int32Array, [nodeCount]).data;
  const lefts = savedIndices(state, 'lefts', Int32Array, [nodeCount], Math.max(1, nodeCount)).data;
  const roots = savedIndices(state, 'roots', Int32Array, [null], nodeCount + 1).data;
  const ensemble = { treesPerRound, roots, features, thresholds, lefts, values };
  if (!hasWholeRounds(ensemble) || !isForest(ensemble, featureCount))
    throw new ModelsError(
      'E_MODEL',
      `saved ${state.estimator}: expected trees whose children lie behind their parents`,
    );
  return ensemble;
}

function hasWholeRounds({ roots, treesPerRound, features }: TreeEnsemble): boolean {
  const treeCount = roots.length - 1;
  const isAscending = roots.every((root, i) => i === 0 || root > roots[i - 1]!);
  return (
    treeCount >= 0 &&
    treeCount % treesPerRound === 0 &&
    roots[0] === 0 &&
    isAscending &&
    roots.at(-1) === features.length
  );
}

/** Whether every walk down a tree ends in a leaf of it. */
function isForest({ roots, features, lefts }: TreeEnsemble, featureCount: number): boolean {
  for (let tree = 0; tree + 1 < roots.length; tree++) {
    const end = roots[tree + 1]!;
    for (let node = roots[tree]!; node < end; node++) {
      const [feature, left] = [features[node]!, lefts[node]!];
      const isLeaf = feature === -1 && left === 0;
      const isInner = feature >= 0 && feature < featureCount && left > node && left + 1 < end;
      if (!isLeaf && !isInner) return false;
    }
  }
  return true;
}
