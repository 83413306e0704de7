/**
 * Exact nearest neighbours by filter and refine. Every sample gets coordinates along orthonormal axes, with the length
 * of what the axes leave over; no two samples are farther apart in them than in truth, up to rounding. Coordinates are
 * int16, 160 a sample, at four levels of detail:
 *
 *     0..13 axes, 14 rest, 15 nothing | 16 the rest before, 17..46 axes, 47 rest |
 *     48 the rest before, 49..94 axes, 95 rest | 96 the rest before, 97..158 axes, 159 rest
 *
 * Samples are ordered by a balanced tree, so that neighbours in memory are neighbours in space: eight make a panel, eight
 * panels a block. A ball is 16 int16: a centre in the coordinates of the first level, and its radius.
 */
export interface NeighborsKernels {
  /**
   * Coordinates of samples of bytes. Items are samples. One farther from the centre than `16000 / scale` is pulled to
   * that distance, which lengthens no distance between samples.
   *
   * @param samples - `Uint8Array` `[sampleCount, featureCount]`, at most 33,025 features.
   * @param centre - `Uint8Array` `[featureCount]`.
   * @param directions - `Int16Array` `[ceil(axisCount / 8), ceil(featureCount / 2), 8, 2]`: whole numbers of at most 16,384.
   * @param axisCount - `1..152`
   * @param mixing - `Float64Array` `[ceil(axisCount / 4), axisCount, 4]`: rows of the lower triangle by which the
   *   directions become orthonormal.
   * @param coordinates - `Int16Array` `[sampleCount, 160]`, written.
   */
  projectBytes(
    samples: number,
    featureCount: number,
    centre: number,
    directions: number,
    axisCount: number,
    mixing: number,
    scale: number,
    coordinates: number,
    begin: number,
    end: number,
  ): void;

  /**
   * The same for samples of float32, summed in float64: runs of 512 features in order, then run after run.
   *
   * @param samples - `Float32Array` `[sampleCount, featureCount]`.
   * @param centre - `Float32Array` `[featureCount]`.
   * @param directions - `Float64Array` `[ceil(axisCount / 4), featureCount, 4]`.
   */
  projectFloats(
    samples: number,
    featureCount: number,
    centre: number,
    directions: number,
    axisCount: number,
    mixing: number,
    scale: number,
    coordinates: number,
    begin: number,
    end: number,
  ): void;

  /**
   * The same for samples of bytes that are multiplied by weights and rounded. Values farther than 5,600 from the centre
   * are taken to be there. Any number of features.
   *
   * @param weights - `Float32Array` `[featureCount]`, at least 0.
   * @param centre - `Int16Array` `[featureCount]`.
   * @param directions - As in `projectBytes`.
   */
  projectWeightedBytes(
    samples: number,
    weights: number,
    featureCount: number,
    centre: number,
    directions: number,
    axisCount: number,
    mixing: number,
    scale: number,
    coordinates: number,
    begin: number,
    end: number,
  ): void;

  /**
   * One level of the balanced tree: splits every node in the middle, at a whole number of panels, along the direction in
   * which its samples differ most. Items are the `2 ** level` nodes.
   *
   * @param order - `Int32Array` `[sampleCount]`: the samples in the order of the nodes so far; put in a finer order.
   * @param keys - Room for `Float32Array` `[sampleCount]`.
   * @param level - 0 for the root.
   */
  splitNodes(
    coordinates: number,
    order: number,
    keys: number,
    sampleCount: number,
    level: number,
    begin: number,
    end: number,
  ): void;

  /** Copies rows of bytes into an order: row `order[i]` to place `i`. Items are rows. */
  gatherRows(from: number, order: number, rowBytes: number, to: number, begin: number, end: number): void;

  /**
   * Samples as panels of eight. Items are panels; missing samples get coordinates of 0 and a norm above all others.
   *
   * @param panels - `Int16Array` `[panelCount, 80, 8, 2]`: two coordinates side by side; written.
   * @param norms - `Int32Array` `[panelCount, 4, 8]`: what each level adds to the squared length; written.
   */
  packPanels(
    coordinates: number,
    sampleCount: number,
    panels: number,
    norms: number,
    begin: number,
    end: number,
  ): void;

  /**
   * Balls around the eight panels of every block, laid out as the first level of a panel. Items are blocks.
   *
   * @param centres - `Int16Array` `[blockCount, 8, 8, 2]`, written.
   * @param norms - `Int32Array` `[blockCount, 8]`: squared length of the centre less the squared radius; written.
   */
  packCentres(
    coordinates: number,
    sampleCount: number,
    centres: number,
    norms: number,
    begin: number,
    end: number,
  ): void;

  /**
   * A ball around every `ballSize` samples. Items are balls.
   *
   * @param balls - `Int16Array` `[ballCount, 16]`, written.
   */
  packBalls(
    coordinates: number,
    sampleCount: number,
    ballSize: number,
    balls: number,
    begin: number,
    end: number,
  ): void;

  /**
   * The nearest references of every query, the nearest first, equal distances in the order of the references' names.
   * Items are blocks of 256 queries.
   *
   * @param queries - In the order of their tree; bytes or float32.
   * @param queryOrder - `Int32Array` `[queryCount]`: in which row of the result each query goes.
   * @param references - In the order of their tree; of the same type.
   * @param referenceOrder - `Int32Array` `[referenceCount]`: the name of each reference.
   * @param ballSize - A multiple of 64; at most 32,768 balls.
   * @param kind - 0 for bytes, whose squared distances are exact; 1 for bytes whose differences are weighted, and 2 for
   *   float32: their distances are summed in eight partial sums of float64, rounded to float32 and compared so.
   * @param weights - `Float64Array` `[featureCount]`, of kind 1.
   * @param weights32 - The same as `Float32Array`.
   * @param scale - Steps of a coordinate in a unit of distance.
   * @param slack - By how many steps coordinates may be farther apart than samples, beyond their own rounding.
   * @param neighborCount - `1..referenceCount`
   * @param indices - `Int32Array` `[queryCount, neighborCount]`, written.
   * @param distances - `Float32Array` `[queryCount, neighborCount]`, written.
   */
  searchNeighbors(
    queries: number,
    queryOrder: number,
    queryCoordinates: number,
    queryCount: number,
    references: number,
    referenceOrder: number,
    referenceCount: number,
    panels: number,
    panelNorms: number,
    centres: number,
    centreNorms: number,
    balls: number,
    ballSize: number,
    featureCount: number,
    kind: number,
    weights: number,
    weights32: number,
    scale: number,
    slack: number,
    neighborCount: number,
    indices: number,
    distances: number,
    begin: number,
    end: number,
  ): void;
}

export const NEIGHBORS_KERNELS: readonly (keyof NeighborsKernels)[] = [
  'projectBytes',
  'projectFloats',
  'projectWeightedBytes',
  'splitNodes',
  'gatherRows',
  'packPanels',
  'packCentres',
  'packBalls',
  'searchNeighbors',
];
