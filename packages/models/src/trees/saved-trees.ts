import type { NdArray } from '@fashion-mnist/core';
import { ModelsError } from '../errors.ts';
import type { ModelState } from '../persistence/model-state.ts';
import { savedArray, savedFiniteArray } from '../persistence/saved-values.ts';
import { isWhole, joinTrees, type Tree } from './tree.ts';

/** Trees as the arrays of a saved model, one behind the other. */
export function treeArrays(trees: readonly Tree[], classCount: number): Readonly<Record<string, NdArray>> {
  const { feature, threshold, leafValues, leafSamples } = joinTrees(trees);
  return {
    nodeCounts: list(Int32Array.from(trees, (tree) => tree.feature.length)),
    feature: list(feature),
    threshold: list(threshold),
    leafValues: { data: leafValues, shape: [leafSamples.length, classCount] },
    leafSamples: list(leafSamples),
  };
}

function list(data: Int32Array | Float64Array): NdArray {
  return { data, shape: [data.length] };
}

/**
 * The trees of a saved model.
 *
 * @throws {ModelsError} `E_MODEL` - the arrays are not whole trees that ask for features that there are.
 */
export function savedTrees(
  state: ModelState,
  treeCount: number,
  featureCount: number,
  classCount: number,
): Tree[] {
  const nodeCounts = savedArray(state, 'nodeCounts', Int32Array, [treeCount]).data;
  const nodeTotal = nodeCounts.reduce((sum, count) => sum + count, 0);
  const feature = savedArray(state, 'feature', Int32Array, [nodeTotal]).data;
  const threshold = savedFiniteArray(state, 'threshold', Float64Array, [nodeTotal]).data;
  const leafSamples = savedArray(state, 'leafSamples', Int32Array, [null]).data;
  const leafValues = savedFiniteArray(state, 'leafValues', Float64Array, [
    leafSamples.length,
    classCount,
  ]).data;
  require(state, 'feature', feature.every((asked) => asked >= -1 && asked < featureCount));
  require(state, 'leafSamples', leafSamples.every((count) => count >= 0));
  require(state, 'leafValues', leafValues.every((weight) => weight >= 0));
  require(state, 'nodeCounts', nodeCounts.every((count) => count > 0));
  let [node, leaf] = [0, 0];
  const trees = Array.from(nodeCounts, (nodeCount) => {
    const asked = feature.subarray(node, node + nodeCount);
    require(state, 'feature', isWhole(asked));
    const leafCount = (nodeCount + 1) / 2;
    const tree = {
      feature: asked,
      threshold: threshold.subarray(node, node + nodeCount),
      leafValues: leafValues.subarray(leaf * classCount, (leaf + leafCount) * classCount),
      leafSamples: leafSamples.subarray(leaf, leaf + leafCount),
    };
    node += nodeCount;
    leaf += leafCount;
    return tree;
  });
  require(state, 'leafSamples', leaf === leafSamples.length);
  return trees;
}

function require({ estimator }: ModelState, name: string, isRight: boolean): void {
  if (!isRight)
    throw new ModelsError('E_MODEL', `saved ${estimator}: ${name}: expected whole trees, got something else`);
}
