/** From lists of neighbours to a fuzzy graph as sparse rows. */
export interface UmapGraphKernels {
  /**
   * Memberships of neighbours: 1 up to the nearest that is no duplicate, beyond it `exp(-excess / scale)` with the
   * scale at which all but the first add up to `log2(neighborCount)`. Items are lists.
   *
   * @param indices - `Int32Array` `[itemCount, neighborCount]`, nearest first.
   * @param distances - `Float32Array`, Euclidean, of the same shape.
   * @param neighborCount - The item itself included; at most 65,536.
   * @param isQuery - 1: items are not among the listed ones, and the nearest is no exception. 0: an item is not its own neighbour.
   * @param meanDistance - Of all lists; scales are at least a thousandth of it where all neighbours are duplicates.
   * @param outIndices - `Int32Array` of the same shape, written; each row in ascending order.
   * @param outWeights - `Float32Array` of the same shape, written.
   */
  umapMemberships(
    indices: number,
    distances: number,
    neighborCount: number,
    isQuery: number,
    meanDistance: number,
    outIndices: number,
    outWeights: number,
    begin: number,
    end: number,
  ): void;

  /**
   * The fuzzy union `w + w' - w w'` of memberships in both directions, rows in ascending order of columns. Rows are
   * filled up with entries of weight 0 that point to themselves. Items are rows.
   *
   * @param order - `Int32Array`: the entries of `indices`, sorted by what they hold; `starts` as of `startKeys`.
   * @param rowStarts - `Int32Array` of `rowCount + 1`, as of `tsneRowStarts`.
   * @param columns - `Int32Array`, written; and `values`, `Float32Array`.
   */
  umapUnionRows(
    indices: number,
    weights: number,
    neighborCount: number,
    order: number,
    starts: number,
    rowStarts: number,
    columns: number,
    values: number,
    begin: number,
    end: number,
  ): void;

  /**
   * Multiplies weights between items of different labels by `exp(-farDistance)`, those where a label is unknown by
   * `exp(-unknownDistance)`, and scales each row so that its largest weight is 1. Items are rows.
   *
   * @param labels - `Int32Array` of `rowCount`, -1 where unknown.
   */
  umapIntersectLabels(
    rowStarts: number,
    columns: number,
    values: number,
    labels: number,
    farDistance: number,
    unknownDistance: number,
    begin: number,
    end: number,
  ): void;

  /**
   * The fuzzy union of each weight with the one on the other side of the diagonal. Items are rows.
   *
   * @param united - `Float32Array`, an entry per weight, written; not `values`.
   */
  umapReunite(
    rowStarts: number,
    columns: number,
    values: number,
    united: number,
    begin: number,
    end: number,
  ): void;

  /**
   * The largest number of each piece, at least 0. Items are numbers.
   *
   * @param values - `Float32Array`.
   * @param largest - `Float32Array` of `pieceCount`, written.
   * @param grain - Items of a piece, as in the command.
   */
  umapLargest(values: number, largest: number, grain: number, begin: number, end: number): void;

  /**
   * One over the square root of the sum of each row, or 0. Items are rows.
   *
   * @param scales - `Float64Array` of `rowCount`, written.
   */
  umapRowScales(rowStarts: number, values: number, scales: number, begin: number, end: number): void;

  /**
   * `(v + S W S v) / 2` for vectors `v`, with weights `W` and their scales `S` on the diagonal. Items are rows.
   *
   * @param from - `Float64Array` `[vectorCount, rowCount]`.
   * @param to - Of the same shape, written.
   */
  umapDiffuse(
    rowStarts: number,
    columns: number,
    values: number,
    scales: number,
    rowCount: number,
    vectorCount: number,
    from: number,
    to: number,
    begin: number,
    end: number,
  ): void;
}
