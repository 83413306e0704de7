/** New points on a finished map. Points and forces are `Float32Array` `[pointCount, 2]`. */
export interface TsnePlacementKernels {
  /**
   * Divides the repulsion of each point by its own normalisation. Items are points.
   *
   * @param potentials - `Float32Array` `[pointCount, 2]`: the second number is the one.
   */
  tsneNormalise(repulsion: number, potentials: number, begin: number, end: number): void;

  /**
   * Puts points at the weighted means of their targets. Items are points.
   *
   * @param columns - `Int32Array` `[pointCount, stride]`; and `weights`, `Float32Array`, whose rows add up to 1.
   */
  tsneMeans(
    targets: number,
    stride: number,
    columns: number,
    weights: number,
    points: number,
    begin: number,
    end: number,
  ): void;
}
