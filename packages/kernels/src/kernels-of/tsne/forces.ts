/** Forces between points of a map, and how they move. Points and forces are `Float32Array` `[pointCount, 2]`. */
export interface TsneForceKernels {
  /**
   * Sums `weight (a - b) / (1 + |a - b|^2)` over the targets `b` of each point `a`. Items are points.
   *
   * @param rowStarts - `Int32Array` of `pointCount + 1`, multiples of 4.
   * @param columns - `Int32Array`: which targets; and `weights`, `Float32Array`.
   */
  tsneAttract(
    points: number,
    targets: number,
    rowStarts: number,
    columns: number,
    weights: number,
    forces: number,
    begin: number,
    end: number,
  ): void;

  /**
   * Sums `(a - b) / (1 + |a - b|^2)^2` over all points `b` for each point `a`. Items are points.
   *
   * @param paddedCount - A multiple of 4; points that fill up lie too far off to matter.
   * @param sums - `Float64Array` of `pieceCount`, written: sums of `1 / (1 + |a - b|^2)`, each with itself included.
   */
  tsneRepel(
    points: number,
    paddedCount: number,
    forces: number,
    sums: number,
    grain: number,
    begin: number,
    end: number,
  ): void;

  /**
   * Moves points down the gradient `4 (exaggeration attraction - repulsion / normalisation)`, with momentum, and with a
   * gain for each coordinate: 0.2 more while the gradient points back, else 0.8 times as much, 0.01 at least.
   * Items are points, an even number in each piece; memory holds an even number, too.
   *
   * @param sums - `Float64Array` of `sumCount`: with `selfSum` taken off, the normalisation.
   * @param velocities - Kept from one call to the next, as are `gains`; of the shape of the points.
   * @see Jacobs 1988, "Increased rates of convergence through learning rate adaptation"
   */
  tsneMove(
    points: number,
    attraction: number,
    repulsion: number,
    sums: number,
    sumCount: number,
    selfSum: number,
    velocities: number,
    gains: number,
    exaggeration: number,
    momentum: number,
    learningRate: number,
    begin: number,
    end: number,
  ): void;

  /**
   * The box around points. Items are points.
   *
   * @param slots - `Float32Array` `[pieceCount, 4]`, written: least x and y, greatest x and y.
   */
  tsneBounds(points: number, slots: number, grain: number, begin: number, end: number): void;

  /**
   * Writes points in another order. Items are points.
   *
   * @param order - `Int32Array`: as which point each is shown.
   */
  tsneShow(points: number, order: number, shown: number, begin: number, end: number): void;
}
