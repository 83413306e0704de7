/**
 * Gradient boosting. Features lie in groups of 16 as bins, `Uint8Array` `[groupCount, rowCount, 16]`, or, where they take
 * more than 256 values, as ranks, `Float32Array` `[featureCount, rowCount]`. Trees of all classes grow together.
 *
 * An entry is what a row adds to a histogram, two int64: `gradient * 2^24 + 1`, and the curvature, in whole units, so
 * that sums are exact whatever their order. A node is 80 bytes: int32 pointer to its rows (`Int32Array`), their number,
 * pointer to the entries of its tree, tree; two int64, the sum of its entries; four float64, sums of weights, gradients,
 * squared gradients and curvatures; int32 slot, partner, seed of ties, nothing. A slot is 0 or a pointer to where the node's
 * histograms are kept, `[groupCount, 16, 256]` entries. A partner is -1, or of a node the position of its sibling, whose
 * slot then holds the histograms of their parent and is left with its own; the partner of such a sibling is -2.
 *
 * A split that is found is 32 bytes: float64 score; int32 feature or -1, last bin to the left, first bin to the right,
 * rows to the left, whether any feature varied; uint32, the word that its feature drew. Where features split equally
 * well, the one that draws the greatest word is taken: that of the stream of the seed of ties, in the place of its
 * number. With a seed of 0 none draws, all words are 0, and the first feature is taken.
 */
export interface BoostingKernels {
  /**
   * Rows of bytes as groups. Items are rows.
   *
   * @param samples - `Uint8Array` `[rowCount, featureCount]`.
   * @param bins - Written; missing features become zeros.
   */
  groupBytes(
    samples: number,
    rowCount: number,
    featureCount: number,
    bins: number,
    begin: number,
    end: number,
  ): void;
  /**
   * How often each bin of each feature occurs in some rows. Items are groups.
   *
   * @param rows - `Int32Array` `[count]`.
   * @param counts - `Int32Array` `[groupCount, 16, 256]`, written.
   */
  countBins(
    bins: number,
    rowCount: number,
    rows: number,
    count: number,
    counts: number,
    begin: number,
    end: number,
  ): void;
  /**
   * Replaces bins by others. Items are groups.
   *
   * @param tables - `Uint8Array` `[groupCount, 16, 256]`: for each bin of each feature the new one.
   */
  mapBins(bins: number, rowCount: number, tables: number, begin: number, end: number): void;
  /**
   * Rows of float32 as groups of bins: how many edges of a feature lie below a value. Items are groups.
   *
   * @param samples - `Float32Array` `[rowCount, featureCount]`.
   * @param edges - `Float64Array`, those of a feature ascending, feature by feature.
   * @param starts - `Int32Array` `[featureCount + 1]`: where the edges of each feature start; at most 255 each.
   */
  binFloats(
    samples: number,
    rowCount: number,
    featureCount: number,
    edges: number,
    starts: number,
    bins: number,
    begin: number,
    end: number,
  ): void;
  /** As `binFloats`, into ranks; any number of edges below 2^24. Items are features. */
  rankFloats(
    samples: number,
    rowCount: number,
    featureCount: number,
    edges: number,
    starts: number,
    ranks: number,
    begin: number,
    end: number,
  ): void;
  /**
   * The logarithmic loss of three classes or more, its negative gradients and its curvatures. Items are rows.
   *
   * @param scores - `Float64Array` `[classCount, rowCount]`; `gradients` and `curvatures` alike, written.
   * @param codes - `Int32Array` `[rowCount]`, the class of each row.
   * @param losses - `Float64Array` `[rowCount]`, written.
   */
  softmaxGradients(
    scores: number,
    rowCount: number,
    classCount: number,
    codes: number,
    gradients: number,
    curvatures: number,
    losses: number,
    begin: number,
    end: number,
  ): void;
  /**
   * Entries from gradients. Items are rows of all trees, tree by tree.
   *
   * @param curvatures - `Float64Array` `[treeCount, rowCount]`, or 0: one each.
   * @param weights - `Float64Array` `[rowCount]`, or 0: one each.
   * @param gradientScale - Units in 1; sums of gradients must stay below 2^39 units.
   * @param curvatureScale - Units in 1; sums must stay below 2^52 units.
   * @param entries - `[treeCount, rowCount]`, written.
   */
  packEntries(
    gradients: number,
    curvatures: number,
    weights: number,
    rowCount: number,
    gradientScale: number,
    curvatureScale: number,
    entries: number,
    begin: number,
    end: number,
  ): void;
  /** Fills in the sums of nodes. Items are nodes. @param weights - `Float64Array` `[rowCount]`, or 0: one each. */
  sumNodes(
    nodes: number,
    gradients: number,
    curvatures: number,
    weights: number,
    rowCount: number,
    begin: number,
    end: number,
  ): void;
  /**
   * Deals rows to left and right children, each in the order they had. Items are splits of 32 bytes, int32: pointer to
   * rows, their number, pointer to where they go, how many go left, pointer to the feature of row 0, last bin to the left.
   *
   * @param binBytes - 1: bins of 16 features side by side; 4: ranks.
   */
  partitionRows(splits: number, binBytes: number, begin: number, end: number): void;
  /**
   * The best split of each node among the features of each group: that of the highest
   * `G_left^2 / (H_left + penalty) + G_right^2 / (H_right + penalty)`. Items are groups times nodes, group by group; a
   * piece may hold only one of two partners.
   *
   * @param binCounts - `Int32Array` `[16 * groupCount]`.
   * @param masks - `Uint16Array` `[nodeCount, groupCount]`: a bit for each feature that may be split.
   * @param fewest - Rows on either side, at least.
   * @param least - Units of curvature on either side, at least.
   * @param penalty - In units of curvature.
   * @param splits - `[groupCount, nodeCount]`, written.
   */
  findByteSplits(
    nodes: number,
    nodeCount: number,
    bins: number,
    rowCount: number,
    binCounts: number,
    masks: number,
    groupCount: number,
    fewest: number,
    least: number,
    penalty: number,
    splits: number,
    begin: number,
    end: number,
  ): void;
  /**
   * As `findByteSplits`, on ranks, without slots. A piece must not hold parts of a group.
   *
   * @param slots - `[groupCount, slotBytes]` zeros, and zeros again afterwards: `rankCapacity` entries, a bit for each.
   * @param rankCapacity - A multiple of 64, above all ranks.
   */
  findRankSplits(
    nodes: number,
    nodeCount: number,
    ranks: number,
    rowCount: number,
    featureCount: number,
    masks: number,
    groupCount: number,
    fewest: number,
    least: number,
    penalty: number,
    slots: number,
    slotBytes: number,
    rankCapacity: number,
    splits: number,
    begin: number,
    end: number,
  ): void;
  /**
   * Adds the values of the leaves that rows of bytes reach to the scores of the trees' classes, tree by tree.
   * Items are rows.
   *
   * @param data - Rows of `rowBytes` each.
   * @param nodes - 16 bytes each: int32 where in a row its feature lies, in bytes; int32 left child, the right one
   *   follows it, or 0 of a leaf; float64 the highest value that goes left, or the leaf's value.
   * @param roots - `Int32Array` `[treeCount]`; tree `t` is of class `t % classCount`.
   * @param scores - `Float64Array` `[classCount, rowCount]`.
   */
  addByteTrees(
    data: number,
    rowBytes: number,
    nodes: number,
    roots: number,
    treeCount: number,
    classCount: number,
    scores: number,
    rowCount: number,
    begin: number,
    end: number,
  ): void;
  /** As `addByteTrees`, for rows of float32. */
  addFloatTrees(
    data: number,
    rowBytes: number,
    nodes: number,
    roots: number,
    treeCount: number,
    classCount: number,
    scores: number,
    rowCount: number,
    begin: number,
    end: number,
  ): void;
}

export const BOOSTING_KERNELS: readonly (keyof BoostingKernels)[] = [
  'groupBytes',
  'countBins',
  'mapBins',
  'binFloats',
  'rankFloats',
  'softmaxGradients',
  'packEntries',
  'sumNodes',
  'partitionRows',
  'findByteSplits',
  'findRankSplits',
  'addByteTrees',
  'addFloatTrees',
];
