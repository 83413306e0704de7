/**
 * Decision trees. Features lie in columns, as codes or as keys. A code is a byte that stands for a value of a table,
 * `Float32Array` `[featureCount, 256]`, ascending; codes lie in rows as well, and at most 16 classes have weights that
 * are whole numbers. Keys are float32 as unsigned words of the same order; `rows` and `values` are 0, and weights are
 * of any kind.
 *
 * A sample of a tree is an `Int32Array` of two: its row; and beside codes `weight << 6 | label << 2`, beside keys its
 * label. A node is an `Int32Array` of four: where its samples begin and end, its depth, its seed.
 */
export interface TreesKernels {
  /**
   * Bytes feature by feature. Items are blocks of 32 features.
   *
   * @param rows - `Uint8Array` `[sampleCount, featureCount]`.
   * @param columns - `Uint8Array` `[featureCount, sampleCount]`, written.
   */
  transposeCodes(
    rows: number,
    sampleCount: number,
    featureCount: number,
    columns: number,
    begin: number,
    end: number,
  ): void;
  /**
   * Floats as codes: the ranks of their values among those of the same feature. Items are features.
   *
   * @param floats - `Float32Array` `[sampleCount, featureCount]`.
   * @param rows - `Uint8Array` `[sampleCount, featureCount]`, written.
   * @param columns - `Uint8Array` `[featureCount, sampleCount]`, written.
   * @param values - The tables, written; 4 bytes longer.
   * @param valueCounts - `Int32Array` `[featureCount]`, written: how many values there are. 257 stands for more than
   *   256; such a feature is not coded.
   */
  codeFloats(
    floats: number,
    sampleCount: number,
    featureCount: number,
    rows: number,
    columns: number,
    values: number,
    valueCounts: number,
    begin: number,
    end: number,
  ): void;
  /**
   * Floats as keys. Items are features.
   *
   * @param floats - `Float32Array` `[sampleCount, featureCount]`.
   * @param columns - `Int32Array` `[featureCount, sampleCount]`, written.
   */
  orderFloats(
    floats: number,
    sampleCount: number,
    featureCount: number,
    columns: number,
    begin: number,
    end: number,
  ): void;
  /**
   * What trees learn from: all rows, or such as are drawn with replacement, and what each of them counts. Items are
   * trees.
   *
   * @param seeds - `Int32Array` `[treeCount, 2]`: for drawing, and of the root.
   * @param drawCount - 0 to take every row once.
   * @param labels - `Int32Array` `[sampleCount]`.
   * @param weights - `Float64Array` `[sampleCount]`.
   * @param isBalanced - 1 to weigh the classes such that all that were drawn count the same.
   * @param areCodes - 1 where columns hold codes.
   * @param counts - `Int32Array` `[treeCount, sampleCount]`, written: how often each row is taken.
   * @param treeWeights - `Float64Array` `[treeCount, sampleCount]`, written: 0 of rows that are not taken.
   * @param samples - `[treeCount, sampleCount]`, written as far as there are any.
   * @param roots - Nodes `[treeCount]`, written.
   * @param totals - `Float64Array` `[treeCount]`, written: sums of weights.
   */
  drawSamples(
    seeds: number,
    sampleCount: number,
    drawCount: number,
    labels: number,
    weights: number,
    classCount: number,
    isBalanced: number,
    areCodes: number,
    counts: number,
    treeWeights: number,
    samples: number,
    roots: number,
    totals: number,
    begin: number,
    end: number,
  ): void;
  /**
   * The best splits of nodes of one tree, by slices of the features that a node draws. Items are `sliceCount` slices of
   * each node.
   *
   * @param isEntropy - 1 for the entropy, 0 for Gini.
   * @param isRandom - 1 for a drawn threshold of each feature, 0 for the best one.
   * @param minWeightFraction - The least weight of a leaf, as a share of the tree's.
   * @param terms - `Float64Array`, for every whole weight up to the tree's: `n^2`, or `n log2 n` for the entropy.
   *   Beside codes only.
   * @param weights - `Float64Array` `[sampleCount]`: of rows. Beside keys only.
   * @param totals - `Float64Array` `[1]`: the tree's weight.
   * @param orders - `Int32Array` `[items, featureCount]`, room.
   * @param sorting - Room for 16 bytes, `[sliceCount, sortedCount]`. Beside keys only.
   * @param sortedCount - Samples of the tree.
   * @param splits - `[items]` of 24 bytes, written: the score as float64, the drawn threshold as float64, the feature or
   *   -1 and the greatest code or key to the left as int32.
   */
  searchSplits(
    rows: number,
    columns: number,
    values: number,
    sampleCount: number,
    featureCount: number,
    classCount: number,
    isEntropy: number,
    isRandom: number,
    maxDepth: number,
    minSamplesSplit: number,
    minSamplesLeaf: number,
    minWeightFraction: number,
    maxFeatures: number,
    terms: number,
    weights: number,
    totals: number,
    samples: number,
    orders: number,
    sorting: number,
    sortedCount: number,
    nodes: number,
    sliceCount: number,
    splits: number,
    begin: number,
    end: number,
  ): void;
  /**
   * Carries out the best of the splits of each node: puts the samples that go left before the others. Items are nodes.
   *
   * @param spare - Room for as many samples.
   * @param splits - From `searchSplits`.
   * @param results - `[items]` of 24 bytes, written: the threshold as float64, and as int32 the feature or -1, where
   *   the right side begins, the seeds of both sides.
   */
  applySplits(
    rows: number,
    columns: number,
    values: number,
    sampleCount: number,
    featureCount: number,
    isRandom: number,
    samples: number,
    spare: number,
    nodes: number,
    splits: number,
    sliceCount: number,
    results: number,
    begin: number,
    end: number,
  ): void;
  /**
   * Grows trees, or whole branches of one. Items are roots. What a root gets is written from where its samples begin:
   * at twice that place for its nodes, in preorder.
   *
   * Arguments as of `searchSplits`, and:
   *
   * @param weights - `Float64Array` `[treeCount, sampleCount]`.
   * @param totals - `Float64Array` `[items]`: of the root's tree.
   * @param orders - `Int32Array` `[items, featureCount]`, room.
   * @param sorting - Room for 16 bytes per sample. Beside keys only.
   * @param stack - Room for 20 bytes per sample.
   * @param feature - `Int32Array` `[2 * samples]`, written: what a node asks for, -1 of leaves.
   * @param threshold - `Float64Array` `[2 * samples]`, written: what goes left is not greater.
   * @param leafValues - `Float64Array` `[samples, classCount]`, written: weights of the classes in each leaf, in order.
   * @param leafSamples - `Int32Array` `[samples]`, written: how many samples a leaf has.
   * @param counts - `Int32Array` `[items, 2]`, written: how many nodes and leaves there are.
   */
  growTrees(
    rows: number,
    columns: number,
    values: number,
    sampleCount: number,
    featureCount: number,
    classCount: number,
    isEntropy: number,
    isRandom: number,
    maxDepth: number,
    minSamplesSplit: number,
    minSamplesLeaf: number,
    minWeightFraction: number,
    maxFeatures: number,
    terms: number,
    weights: number,
    totals: number,
    samples: number,
    orders: number,
    sorting: number,
    roots: number,
    spare: number,
    stack: number,
    feature: number,
    threshold: number,
    leafValues: number,
    leafSamples: number,
    counts: number,
    begin: number,
    end: number,
  ): void;
  /**
   * Adds the class shares of the leaves that samples come to, tree after tree. Items are samples.
   *
   * @param samples - `Float32Array` `[sampleCount, featureCount]`.
   * @param nodes - 12 bytes each: the feature or -1 as int32, the greatest value to the left as float32, and as int32
   *   the right child's place in the tree, or of a leaf its place among the shares. The left child is the next node.
   * @param starts - `Int32Array` `[treeCount]`: where each tree begins among the nodes.
   * @param shares - `Float64Array` `[leafCount, classCount]`.
   * @param skipped - `Int32Array` `[treeCount, sampleCount]`: other than 0 where a tree has no vote; or 0 for none.
   * @param votes - `Float64Array` `[sampleCount, classCount]`, added to.
   */
  addVotesOfFloats(
    samples: number,
    sampleCount: number,
    featureCount: number,
    nodes: number,
    starts: number,
    treeCount: number,
    shares: number,
    classCount: number,
    skipped: number,
    votes: number,
    begin: number,
    end: number,
  ): void;
  /** The same for `samples` of bytes. */
  addVotesOfBytes(
    samples: number,
    sampleCount: number,
    featureCount: number,
    nodes: number,
    starts: number,
    treeCount: number,
    shares: number,
    classCount: number,
    skipped: number,
    votes: number,
    begin: number,
    end: number,
  ): void;
}

export const TREES_KERNELS: readonly (keyof TreesKernels)[] = [
  'transposeCodes',
  'codeFloats',
  'orderFloats',
  'drawSamples',
  'searchSplits',
  'applySplits',
  'growTrees',
  'addVotesOfFloats',
  'addVotesOfBytes',
];
