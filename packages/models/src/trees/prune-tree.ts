import type { ResolvedOptions } from '@fashion-mnist/core';
import type { Tree } from './tree.ts';
import type { TreeOptions } from './tree-options.ts';
import { decreaseOf, structureOf, type TreeStructure } from './tree-structure.ts';

/** As scikit-learn allows for rounding. */
const EPSILON = Number.EPSILON;

type Limits = Pick<
  ResolvedOptions<TreeOptions>,
  'criterion' | 'maxLeafNodes' | 'minImpurityDecrease' | 'ccpAlpha'
>;

/**
 * A fully grown tree cut back to its limits. What a node splits does not depend on other nodes, so that cutting back
 * gives the tree which had stopped growing there.
 */
export function pruneTree(tree: Tree, classCount: number, limits: Limits): Tree {
  const { criterion, maxLeafNodes, minImpurityDecrease, ccpAlpha } = limits;
  const structure = () => structureOf(pruned, classCount, criterion !== 'gini');
  let pruned = tree;
  if (minImpurityDecrease > 0)
    pruned = cutBack(pruned, structure(), splitsThatDecrease(structure(), minImpurityDecrease));
  if (maxLeafNodes !== null && maxLeafNodes < pruned.leafSamples.length)
    pruned = cutBack(pruned, structure(), bestSplits(structure(), maxLeafNodes - 1));
  if (ccpAlpha > 0) pruned = cutBack(pruned, structure(), splitsWorthTheirCost(structure(), ccpAlpha));
  return pruned;
}

function splitsThatDecrease(structure: TreeStructure, least: number): Uint8Array {
  const total = structure.weightedNNodeSamples[0]!;
  return Uint8Array.from(structure.feature, (feature, node) =>
    feature >= 0 && decreaseOf(structure, node) / total + EPSILON >= least ? 1 : 0,
  );
}

/** Splits from the root on, always the one next that lowers the impurity most. */
function bestSplits(structure: TreeStructure, splitCount: number): Uint8Array {
  const { feature, childrenLeft, childrenRight } = structure;
  const kept = new Uint8Array(feature.length);
  const decreases = Float64Array.from(feature, (_, node) => decreaseOf(structure, node));
  const open = feature[0]! >= 0 ? [0] : [];
  for (let count = 0; count < splitCount && open.length > 0; count++) {
    let best = 0;
    for (let i = 1; i < open.length; i++) if (decreases[open[i]!]! > decreases[open[best]!]!) best = i;
    const [node = 0] = open.splice(best, 1);
    kept[node] = 1;
    for (const child of [childrenLeft[node]!, childrenRight[node]!])
      if (feature[child]! >= 0) open.push(child);
  }
  return kept;
}

/**
 * The smallest tree of least cost, where the cost of a leaf is its share of the impurity and `alpha`.
 *
 * @see Breiman, Friedman, Olshen & Stone 1984, chapter 3: minimal cost-complexity pruning
 */
function splitsWorthTheirCost(structure: TreeStructure, alpha: number): Uint8Array {
  const { feature, childrenLeft, childrenRight, impurity, weightedNNodeSamples: weights } = structure;
  const kept = new Uint8Array(feature.length);
  const costs = new Float64Array(feature.length);
  for (let node = feature.length - 1; node >= 0; node--) {
    const asLeaf = (impurity[node]! * weights[node]!) / weights[0]! + alpha;
    const asBranch =
      feature[node]! >= 0 ? costs[childrenLeft[node]!]! + costs[childrenRight[node]!]! : Infinity;
    kept[node] = asBranch < asLeaf ? 1 : 0;
    costs[node] = Math.min(asLeaf, asBranch);
  }
  return kept;
}

/** The tree from the root down to the first splits that are not kept. */
function cutBack(tree: Tree, structure: TreeStructure, kept: Uint8Array): Tree {
  const nodes: number[] = [];
  const waiting = [0];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodes.push(node);
    if (kept[node] === 1) waiting.push(structure.childrenRight[node]!, node + 1);
  }
  const leaves = nodes.filter((node) => kept[node] === 0);
  const [, classCount = 0] = structure.value.shape;
  const leafValues = new Float64Array(leaves.length * classCount);
  leaves.forEach((node, leaf) => {
    leafValues.set(
      structure.value.data.subarray(node * classCount, (node + 1) * classCount),
      leaf * classCount,
    );
  });
  return {
    feature: Int32Array.from(nodes, (node) => (kept[node] === 1 ? tree.feature[node]! : -1)),
    threshold: Float64Array.from(nodes, (node) => (kept[node] === 1 ? tree.threshold[node]! : 0)),
    leafValues,
    leafSamples: Int32Array.from(leaves, (node) => structure.nNodeSamples[node]!),
  };
}
