/** The stochastic gradient descent of a map. Points are `Float32Array` `[pointCount, 2]`. */
export interface UmapLayoutKernels {
  /**
   * Tables of the gradients' coefficients over the squared distance: 64 entries for each doubling from 2^-20 to 2^20,
   * between which they are linear. Items are entries, of which there are 2,561.
   *
   * @param a - The curve of closeness is `1 / (1 + a distance^(2 b))`.
   * @param attraction - `Float32Array`, written; and `repulsion`.
   */
  umapCurves(a: number, b: number, attraction: number, repulsion: number, begin: number, end: number): void;

  /**
   * One epoch over the edges of some buckets, no two of which have a point in common. In the order of the edges, each
   * that is due pulls its ends together, in place; then its head is pushed away from `negativeSampleRate` points drawn
   * at random, four at a time. Items are entries of `buckets`.
   *
   * @param snapshot - Where points were when the epoch began; what heads are pushed away from.
   * @param buckets - `Int32Array`: which ones.
   * @param starts - `Int32Array`: the first edge of each bucket, and behind the last.
   * @param heads - `Int32Array`, as `tails`; and `rates`, `Float32Array`, `0..1`; with 12 bytes to spare.
   * @param epoch - From 1: an edge is due when `floor(rate epoch)` grows.
   * @param stream - Of random numbers; another one for each epoch and call.
   */
  umapOptimise(
    points: number,
    snapshot: number,
    pointCount: number,
    buckets: number,
    starts: number,
    heads: number,
    tails: number,
    rates: number,
    attraction: number,
    repulsion: number,
    epoch: number,
    learningRate: number,
    negativeSampleRate: number,
    stream: number,
    begin: number,
    end: number,
  ): void;

  /**
   * Puts new points at the weighted mean of their neighbours, or at the neighbour of weight 1. Items are new points.
   *
   * @param fitted - Points of the map.
   * @param indices - `Int32Array` `[itemCount, neighborCount]`; and `weights`, `Float32Array`.
   * @param points - `Float32Array` `[itemCount, 2]`, written.
   */
  umapStartAmong(
    fitted: number,
    neighborCount: number,
    indices: number,
    weights: number,
    points: number,
    begin: number,
    end: number,
  ): void;

  /**
   * All epochs of new points, the others stay. An edge is due by its share of the largest weight of its point.
   * Items are new points.
   */
  umapPlace(
    fitted: number,
    fittedCount: number,
    neighborCount: number,
    indices: number,
    weights: number,
    points: number,
    attraction: number,
    repulsion: number,
    epochCount: number,
    learningRate: number,
    negativeSampleRate: number,
    stream: number,
    begin: number,
    end: number,
  ): void;
}
