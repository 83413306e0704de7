/** From lists of neighbours to joint affinities as sparse rows. */
export interface TsneAffinityKernels {
  /**
   * Conditional probabilities of the neighbours of each item, `exp(-precision distance^2)` over their sum, with the
   * entropy of `perplexity` equal ones (to 1e-5; in 64 steps at most, which suffice where it can be reached).
   * Items are rows of the results.
   *
   * @param indices - `Int32Array` `[itemCount, neighborCount + hasSelf]`, nearest first.
   * @param distances - `Float32Array`, Euclidean, of the same shape.
   * @param neighborCount - At most 32,768.
   * @param hasSelf - 1: the item itself is among its neighbours, and left out; without it, the last one is. 0: neither.
   * @param stride - Entries of a row of the results, at least `neighborCount`; the rest are index 0, weight 0.
   * @param order - `Int32Array`: the item of each row.
   * @param ranks - `Int32Array`: what items are called in rows.
   * @param outIndices - `Int32Array` `[itemCount, stride]`, written: ranks in ascending order.
   * @param outWeights - `Float32Array` `[itemCount, stride]`, written; a row adds up to 1.
   */
  tsneAffinities(
    indices: number,
    distances: number,
    neighborCount: number,
    hasSelf: number,
    perplexity: number,
    stride: number,
    order: number,
    ranks: number,
    outIndices: number,
    outWeights: number,
    begin: number,
    end: number,
  ): void;

  /**
   * Lengths of the rows of joint affinities, rounded up to multiples of 4: neighbours, and those whose neighbour the
   * item is. Items are rows.
   *
   * @param indices - `Int32Array` `[rowCount, neighborCount]`, each row ascending.
   * @param order - `Int32Array`: the entries of `indices`, sorted by what they hold; `starts` as of `startKeys`.
   * @param lengths - `Int32Array` of `rowCount`, written.
   */
  tsneRowLengths(
    indices: number,
    neighborCount: number,
    order: number,
    starts: number,
    lengths: number,
    begin: number,
    end: number,
  ): void;

  /** Where rows start, and where all end: `Int32Array` of `rowCount + 1`, written. One item. */
  tsneRowStarts(lengths: number, rowCount: number, rowStarts: number, begin: number, end: number): void;

  /**
   * Joint affinities `(p(j|i) + p(i|j)) scale`, rows in ascending order of columns. Rows are filled up with entries of
   * weight 0 that point to themselves. Items are rows.
   *
   * @param columns - `Int32Array`, written; and `values`, `Float32Array`.
   */
  tsneSymmetricRows(
    indices: number,
    weights: number,
    neighborCount: number,
    scale: number,
    order: number,
    starts: number,
    rowStarts: number,
    columns: number,
    values: number,
    begin: number,
    end: number,
  ): void;
}
