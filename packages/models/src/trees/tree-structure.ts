import type { NdArray } from '@fashion-mnist/core';
import { rightChildren, type Tree } from './tree.ts';

/** A fitted tree node by node, in preorder, as scikit-learn's `tree_` shows it. */
export interface TreeStructure {
  /** What each node asks for; -2 of leaves. */
  readonly feature: Int32Array;
  /** Samples whose feature is not greater go to the left child, others to the right one; -2 of leaves. */
  readonly threshold: Float64Array;
  /** -1 of leaves. */
  readonly childrenLeft: Int32Array;
  /** -1 of leaves. */
  readonly childrenRight: Int32Array;
  /** Weights of the classes; shape `[nodeCount, classCount]`. */
  readonly value: NdArray<Float64Array>;
  /** Gini impurity, or entropy in bits. */
  readonly impurity: Float64Array;
  readonly nNodeSamples: Int32Array;
  readonly weightedNNodeSamples: Float64Array;
}

const NO_CHILD = -1;
const UNDEFINED = -2;

/** What follows from a tree for each of its nodes. */
export function structureOf(tree: Tree, classCount: number, isEntropy: boolean): TreeStructure {
  const nodeCount = tree.feature.length;
  const right = rightChildren(tree.feature);
  const isInner = (node: number) => tree.feature[node]! >= 0;
  const value = new Float64Array(nodeCount * classCount);
  const samples = new Int32Array(nodeCount);
  let leaf = tree.leafSamples.length;
  for (let node = nodeCount - 1; node >= 0; node--) {
    const at = node * classCount;
    if (isInner(node)) {
      const [left, other] = [at + classCount, right[node]! * classCount];
      for (let label = 0; label < classCount; label++)
        value[at + label] = value[left + label]! + value[other + label]!;
      samples[node] = samples[node + 1]! + samples[right[node]!]!;
    } else {
      leaf--;
      value.set(tree.leafValues.subarray(leaf * classCount, (leaf + 1) * classCount), at);
      samples[node] = tree.leafSamples[leaf]!;
    }
  }
  const weights = new Float64Array(nodeCount);
  const impurity = new Float64Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    const own = value.subarray(node * classCount, (node + 1) * classCount);
    weights[node] = sumOf(own);
    impurity[node] = isEntropy ? entropy(own, weights[node]!) : gini(own, weights[node]!);
  }
  return {
    feature: tree.feature.map((feature) => (feature >= 0 ? feature : UNDEFINED)),
    threshold: tree.threshold.map((threshold, node) => (isInner(node) ? threshold : UNDEFINED)),
    childrenLeft: tree.feature.map((feature, node) => (feature >= 0 ? node + 1 : NO_CHILD)),
    childrenRight: right,
    value: { data: value, shape: [nodeCount, classCount] },
    impurity,
    nNodeSamples: samples,
    weightedNNodeSamples: weights,
  };
}

function sumOf(weights: Float64Array): number {
  let sum = 0;
  for (let label = 0; label < weights.length; label++) sum += weights[label]!;
  return sum;
}

function gini(weights: Float64Array, total: number): number {
  let squares = 0;
  for (let label = 0; label < weights.length; label++) squares += weights[label]! ** 2;
  return total === 0 ? 0 : 1 - squares / total ** 2;
}

function entropy(weights: Float64Array, total: number): number {
  let bits = 0;
  for (let label = 0; label < weights.length; label++) {
    const share = weights[label]! / total;
    if (share > 0) bits -= share * Math.log2(share);
  }
  return bits;
}

/** By how much the split of a node lowers the impurity, times the node's weight; 0 of leaves. */
export function decreaseOf(
  { childrenLeft, childrenRight, impurity, weightedNNodeSamples: weights }: TreeStructure,
  node: number,
): number {
  const [left, right] = [childrenLeft[node]!, childrenRight[node]!];
  if (left < 0) return 0;
  return (
    weights[node]! * impurity[node]! - weights[left]! * impurity[left]! - weights[right]! * impurity[right]!
  );
}

/** How much each feature lowers the impurity in all its splits together; adds to 1, unless there is no split. */
export function featureImportances(structure: TreeStructure, featureCount: number): Float64Array {
  const importances = new Float64Array(featureCount);
  for (let node = 0; node < structure.feature.length; node++) {
    const feature = structure.feature[node]!;
    if (feature >= 0) importances[feature]! += decreaseOf(structure, node);
  }
  return normalized(importances);
}

/** Shares of their sum. */
export function normalized(values: Float64Array): Float64Array {
  const sum = sumOf(values);
  return sum > 0 ? values.map((value) => value / sum) : values;
}
