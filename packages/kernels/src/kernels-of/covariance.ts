/** Sums of products of features over samples, chunk by chunk, and the covariance from them. */
export interface CovarianceKernels {
  /** Makes a `Float64Array` zeros. Items are its elements. */
  clearSums(sums: number, begin: number, end: number): void;
  /**
   * A chunk of byte samples as panels of eight features, two samples side by side. Items are pairs of samples.
   *
   * @param samples - `Uint8Array`, shape `[rowCount, featureCount]`.
   * @param panels - `Int16Array`, shape `[ceil(featureCount / 8), ceil(rowCount / 2), 8, 2]`; what is missing becomes zeros.
   */
  packSamplePairs(
    samples: number,
    rowCount: number,
    featureCount: number,
    panels: number,
    begin: number,
    end: number,
  ): void;
  /**
   * Adds the products of all features of a chunk, exact while `2 * pairCount <= 33,025`. Items are panels `p`; only the
   * blocks with panels from `p` on are added.
   *
   * @param panels - From `packSamplePairs`.
   * @param products - `Float64Array`, shape `[8 * panelCount, 8 * panelCount]`; blocks below the diagonal stay as they are.
   */
  addByteProducts(
    panels: number,
    panelCount: number,
    pairCount: number,
    products: number,
    begin: number,
    end: number,
  ): void;
  /**
   * Adds the sums of all features of a chunk. Items are panels.
   *
   * @param panels - From `packSamplePairs`.
   * @param sums - `Float64Array`, shape `[8 * panelCount]`.
   */
  addByteSums(panels: number, pairCount: number, sums: number, begin: number, end: number): void;
  /**
   * A chunk of float32 samples, less an origin, as panels of four features. Items are samples.
   *
   * @param samples - `Float32Array`, shape `[rowCount, featureCount]`.
   * @param origin - `Float32Array`, shape `[featureCount]`.
   * @param panels - `Float64Array`, shape `[ceil(featureCount / 4), rowCount, 4]`; missing features become zeros.
   */
  packCentredSamples(
    samples: number,
    rowCount: number,
    featureCount: number,
    origin: number,
    panels: number,
    begin: number,
    end: number,
  ): void;
  /**
   * Adds the products of all features of a chunk, each summed in order over its samples. Items are panels `p`; only the
   * blocks with panels from `p` on are added.
   *
   * @param panels - From `packCentredSamples`.
   * @param products - `Float64Array`, shape `[4 * panelCount, 4 * panelCount]`; blocks below the diagonal stay as they are.
   */
  addFloatProducts(
    panels: number,
    panelCount: number,
    rowCount: number,
    products: number,
    begin: number,
    end: number,
  ): void;
  /**
   * Adds the sums of all features of a chunk, sample by sample. Items are panels.
   *
   * @param panels - From `packCentredSamples`.
   * @param sums - `Float64Array`, shape `[4 * panelCount]`.
   */
  addFloatSums(panels: number, rowCount: number, sums: number, begin: number, end: number): void;
  /**
   * The covariance `(products - sums sums' / sampleCount) / (sampleCount - 1)`. Items are its rows from the diagonal on,
   * each with the column that mirrors it.
   *
   * @param products - `Float64Array`, shape `[stride, stride]`, of which the upper triangle is read.
   * @param sums - `Float64Array`, shape `[featureCount]` or longer.
   * @param covariance - `Float64Array`, shape `[featureCount, featureCount]`.
   * @param variances - `Float64Array`, shape `[featureCount]`: its diagonal.
   */
  covarianceFromSums(
    products: number,
    stride: number,
    sums: number,
    sampleCount: number,
    featureCount: number,
    covariance: number,
    variances: number,
    begin: number,
    end: number,
  ): void;
}

export const COVARIANCE_KERNELS: readonly (keyof CovarianceKernels)[] = [
  'clearSums',
  'packSamplePairs',
  'addByteProducts',
  'addByteSums',
  'packCentredSamples',
  'addFloatProducts',
  'addFloatSums',
  'covarianceFromSums',
];
