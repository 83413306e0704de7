/**
 * Points of a map in blocks that lie together, and edges in buckets, one for each pair of blocks. Blocks are all of the
 * same size but for rounding: block `b` of `n` has the places `floor(pointCount b / n)` to `floor(pointCount (b + 1) / n)`.
 */
export interface UmapBlockKernels {
  /**
   * Parts each segment of a list of points in two: along an axis, no point of the first half comes after one of the
   * second. Equal coordinates count in the order of the points. Items are segments.
   *
   * @param points - `Float32Array` `[pointCount, 2]`.
   * @param order - `Int32Array` of `pointCount`, rearranged.
   * @param axis - 0 or 1.
   */
  umapHalve(
    points: number,
    order: number,
    pointCount: number,
    segmentCount: number,
    axis: number,
    begin: number,
    end: number,
  ): void;

  /**
   * Notes the block of each point. Items are blocks.
   *
   * @param blocks - `Int32Array` of `pointCount`, written.
   */
  umapAssignBlocks(
    order: number,
    pointCount: number,
    blockCount: number,
    blocks: number,
    begin: number,
    end: number,
  ): void;

  /**
   * Notes the row and the bucket of each entry of sparse rows. Items are rows.
   *
   * @param leastWeight - Entries below it, or of weight 0, are in bucket `blockCount^2`.
   * @param rows - `Int32Array`, an entry per weight, written.
   * @param buckets - `Int32Array`, an entry per weight, written: `a blockCount + b` between blocks `a <= b`.
   */
  umapBucketEdges(
    rowStarts: number,
    columns: number,
    values: number,
    blocks: number,
    blockCount: number,
    leastWeight: number,
    rows: number,
    buckets: number,
    begin: number,
    end: number,
  ): void;

  /**
   * Edges in a new order. Items are edges.
   *
   * @param order - `Int32Array`: entries of sparse rows.
   * @param slots - `Int32Array` of `pointCount`: the new numbers of the points.
   * @param heads - `Int32Array`, written; and `tails`.
   * @param rates - `Float32Array`, written: how often an edge is due per epoch, `0..1`.
   */
  umapGatherEdges(
    order: number,
    rows: number,
    columns: number,
    values: number,
    slots: number,
    largestWeight: number,
    heads: number,
    tails: number,
    rates: number,
    begin: number,
    end: number,
  ): void;

  /** The inverse of a permutation: `inverse[order[i]] = i`. Items are entries of `Int32Array`s. */
  umapInvert(order: number, inverse: number, begin: number, end: number): void;

  /** Points in a new order: `to[i] = from[order[i]]`. Items are points. */
  umapGatherPoints(from: number, order: number, to: number, begin: number, end: number): void;

  /** A copy of points. Items are points. */
  umapCopyPoints(from: number, to: number, begin: number, end: number): void;
}
