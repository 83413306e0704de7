/**
 * Repulsion on a grid of nodes: points are spread onto it with quintic B-splines, the density is convolved by Fourier
 * transforms, and the result is taken back at the points with the same splines. Fields, panels and half spectra are
 * those of `FftKernels`. A point has a share in six nodes along each axis, from `(point - origin) nodesPerUnit` on; one
 * that lies outside counts as on the edge.
 *
 * @see Linderman et al. 2019, "Fast interpolation-based t-SNE for improved visualization of single-cell RNA-seq data";
 * Essmann et al. 1995, "A smooth particle mesh Ewald method", for the splines
 */
export interface TsneGridKernels {
  /**
   * The band of eight rows in which the nodes of each point begin. Items are points.
   *
   * @param bands - `Int32Array`, written: `0..side / 8 - 1`.
   */
  tsneBands(
    points: number,
    originY: number,
    nodesPerUnit: number,
    side: number,
    bands: number,
    begin: number,
    end: number,
  ): void;

  /**
   * Spreads points onto a field. Items are bands of one parity, those of parity 0 first: they clear all.
   *
   * @param order - `Int32Array`: points sorted by band; `starts` as of `startKeys`.
   */
  tsneSpread(
    points: number,
    order: number,
    starts: number,
    originX: number,
    originY: number,
    nodesPerUnit: number,
    side: number,
    parity: number,
    field: number,
    begin: number,
    end: number,
  ): void;

  /**
   * The values of two fields at points. Items are positions in `order`.
   *
   * @param order - `Int32Array`: points in an order that is kind to caches.
   * @param values - `Float32Array` `[pointCount, 2]`, written.
   */
  tsneGather(
    points: number,
    order: number,
    originX: number,
    originY: number,
    nodesPerUnit: number,
    side: number,
    fieldX: number,
    fieldY: number,
    values: number,
    begin: number,
    end: number,
  ): void;

  /**
   * A function of the distances around the first node of a periodic field of side `size`: `q = 1 / (1 + x^2 + y^2)` (0),
   * `q^2 x` (1) or `q^2 y` (2). Items are rows.
   */
  tsneTable(size: number, spacing: number, which: number, field: number, begin: number, end: number): void;

  /**
   * What a spectrum is multiplied with so that splines at both ends interpolate a table, and `1 / size`: weights of
   * `fftRowsPart`. Items are frequencies.
   *
   * @param gains - `Float32Array` of `size`, written.
   */
  tsneSplineGains(size: number, twiddles: number, gains: number, begin: number, end: number): void;

  /**
   * From the density of points to their repulsion: transforms rows, multiplies, transforms back. Items are panels.
   *
   * @param density - Half spectrum of columns, as of `fftColumns`.
   * @param potential - Table of the real spectrum of `q`; `forceX`, `forceY` of the imaginary ones of `q^2 x`, `q^2 y`.
   * @param repulsion - `side / 4` panels of `size` rows, written, parts swapped: along x real, along y imaginary.
   * @param sums - `Float64Array` of `pieceCount`, written: the potential over all points, each with itself included.
   */
  tsneConvolve(
    size: number,
    side: number,
    density: number,
    potential: number,
    forceX: number,
    forceY: number,
    repulsion: number,
    sums: number,
    grain: number,
    twiddles: number,
    begin: number,
    end: number,
  ): void;
}
