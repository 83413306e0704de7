/** How well a map shows affinities. */
export interface TsneDivergenceKernels {
  /**
   * Sums `p log(p (1 + distance^2))` and `p` over rows of joint affinities. Items are rows.
   *
   * @param terms - `Float64Array` `[pieceCount, 2]`, written.
   */
  tsneDivergenceTerms(
    points: number,
    rowStarts: number,
    columns: number,
    weights: number,
    terms: number,
    grain: number,
    begin: number,
    end: number,
  ): void;

  /**
   * The Kullback-Leibler divergence of a map from the affinities, in nats. One item.
   *
   * @param sums - `Float64Array` of `sumCount`: with `selfSum` taken off, the sum of all `1 / (1 + distance^2)`.
   * @param divergence - `Float64Array` of one, written.
   */
  tsneDivergence(
    terms: number,
    termCount: number,
    sums: number,
    sumCount: number,
    selfSum: number,
    divergence: number,
    begin: number,
    end: number,
  ): void;
}
