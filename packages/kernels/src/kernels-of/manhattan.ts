/**
 * Exact nearest neighbours in Manhattan distance by filter and refine, and in other Minkowski distances by measuring.
 * The features are parted in fine groups, and these in coarse ones. The difference of two sums over a group is at most
 * the sum of the differences, so the distance of the sums of two samples is a lower bound of their own.
 *
 * Sums are int16, in units of `unit` the fine and of `8 * unit` the coarse ones, capped at 16,383 of them. Rows of sums
 * are filled up with zeros to a multiple of 8. Rough sums are sums of coarse ones over at most sixteen groups, capped
 * likewise.
 *
 * The `kind` of samples is 0 for bytes, 1 for bytes whose differences are weighted, 2 for float32.
 */
export interface ManhattanKernels {
  /**
   * Sums of the groups of features, weighted, less a centre. Items are samples.
   *
   * @param weights - `Float64Array` `[featureCount]`: what each feature is multiplied by.
   * @param members - `Int32Array` `[featureCount]`: the features of the first fine group, of the second, and so on.
   * @param fineStarts - `Int32Array` `[fineCount + 1]`: where each group begins among the members, and the last one ends.
   * @param coarseOf - `Int32Array` `[fineCount]`: the coarse group of each fine one; at most 32,768 groups in all.
   * @param centre - `Float64Array` `[fineCount]`: multiples of `8 * unit`.
   * @param unit - A power of 2.
   * @param fine - `Int16Array` `[sampleCount, fineCount]`, rows filled up; written.
   * @param coarse - `Int16Array` `[sampleCount, coarseCount]`, rows filled up; written.
   * @param errors - `Float32Array` `[sampleCount, 2]`: what rounding may add to a fine and to a coarse bound; written.
   */
  sumGroups(
    samples: number,
    kind: number,
    featureCount: number,
    weights: number,
    members: number,
    fineStarts: number,
    fineCount: number,
    coarseOf: number,
    coarseCount: number,
    centre: number,
    unit: number,
    fine: number,
    coarse: number,
    errors: number,
    begin: number,
    end: number,
  ): void;

  /**
   * Rough and coarse sums as panels of sixteen samples. Items are panels; missing samples become zeros.
   *
   * @param roughOf - `Int32Array` `[coarseCount]`: the rough group of each coarse one, `0..15`.
   * @param panels - `Int16Array` `[panelCount, 16 + coarseCount, 16]`, written.
   */
  packCoarsePanels(
    coarse: number,
    sampleCount: number,
    coarseCount: number,
    roughOf: number,
    panels: number,
    begin: number,
    end: number,
  ): void;

  /**
   * Rough sums as coordinates for `splitNodes`: the first sixteen of each row. Items are samples.
   *
   * @param coordinates - `Int16Array` `[sampleCount, 160]`; sixteen of each row are written.
   */
  roughCoordinates(
    coarse: number,
    coarseCount: number,
    roughOf: number,
    coordinates: number,
    begin: number,
    end: number,
  ): void;

  /**
   * The nearest references of every query in Manhattan distance, the nearest first, equal distances in the order of the
   * references' names. Items are blocks of four queries.
   *
   * @param queryOrder - `Int32Array` `[queryCount]`: in which row of the result each query goes.
   * @param referenceOrder - `Int32Array` `[referenceCount]`: the name of each reference.
   * @param referenceFineError - The greatest of the references' fine errors; the coarse one likewise.
   * @param kind - Distances of bytes are exact; weighted ones and those of float32 are summed in eight partial sums of
   *   float64.
   * @param weights - `Float64Array` `[featureCount]`, of kind 1.
   * @param weights16 - `Int16Array` `[featureCount]`: the same in steps, rounded down or capped. 255 times all of them
   *   is less than `2 ** 31`.
   * @param steps - In a unit.
   * @param indices - `Int32Array` `[queryCount, neighborCount]`, written.
   * @param distances - `Float64Array` `[queryCount, neighborCount]`, written.
   */
  searchManhattan(
    queries: number,
    queryOrder: number,
    queryFine: number,
    queryCoarse: number,
    queryErrors: number,
    queryCount: number,
    references: number,
    referenceOrder: number,
    referenceFine: number,
    panels: number,
    referenceFineError: number,
    referenceCoarseError: number,
    referenceCount: number,
    kind: number,
    featureCount: number,
    weights: number,
    weights16: number,
    steps: number,
    fineCount: number,
    coarseCount: number,
    roughOf: number,
    unit: number,
    neighborCount: number,
    indices: number,
    distances: number,
    begin: number,
    end: number,
  ): void;

  /**
   * The nearest references of every query in Minkowski distance, in the same order. Items are queries.
   *
   * @param weights - `Float64Array` `[featureCount]`: what each power is multiplied by; of bytes only.
   * @param powers - `Float64Array` `[256]`: the powers of all differences of bytes.
   * @param exponent - At least 1.
   * @param distances - `Float64Array` `[queryCount, neighborCount]`, written.
   */
  searchMinkowski(
    queries: number,
    references: number,
    referenceCount: number,
    kind: number,
    featureCount: number,
    weights: number,
    powers: number,
    exponent: number,
    neighborCount: number,
    indices: number,
    distances: number,
    begin: number,
    end: number,
  ): void;
}

export const MANHATTAN_KERNELS: readonly (keyof ManhattanKernels)[] = [
  'sumGroups',
  'packCoarsePanels',
  'roughCoordinates',
  'searchManhattan',
  'searchMinkowski',
];
