/** Products of matrices and squared distances of rows. */
export interface ProductsKernels {
  /**
   * A float32 matrix as panels of eight columns. Items are panels.
   *
   * @param matrix - `Float32Array`, shape `[rowCount, columnCount]`.
   * @param panels - `Float32Array`, shape `[ceil(columnCount / 8), rowCount, 8]`; missing columns become zeros.
   */
  packColumns(
    matrix: number,
    rowCount: number,
    columnCount: number,
    panels: number,
    begin: number,
    end: number,
  ): void;
  /**
   * `(samples - centre) · matrix + bias`, in float32. Items are samples. Products are summed in order in runs of 512
   * features, and the sums of the runs are added to the bias in order.
   *
   * @param samples - `Float32Array`, shape `[sampleCount, inner]`.
   * @param centre - `Float32Array`, shape `[inner]`.
   * @param panels - The matrix `[inner, columnCount]` from `packColumns`.
   * @param bias - `Float32Array`, shape `[columnCount]`.
   * @param product - `Float32Array`, shape `[sampleCount, columnCount]`.
   */
  multiplyCentredFloats(
    samples: number,
    centre: number,
    inner: number,
    panels: number,
    columnCount: number,
    bias: number,
    product: number,
    begin: number,
    end: number,
  ): void;
  /** The same for samples in a `Uint8Array`. */
  multiplyCentredBytes(
    samples: number,
    centre: number,
    inner: number,
    panels: number,
    columnCount: number,
    bias: number,
    product: number,
    begin: number,
    end: number,
  ): void;
  /**
   * Rows of bytes as panels of eight rows, two features side by side. Items are panels.
   *
   * @param rows - `Uint8Array`, shape `[rowCount, featureCount]`.
   * @param panels - `Int16Array`, shape `[ceil(rowCount / 8), ceil(featureCount / 2), 8, 2]`; what is missing becomes zeros.
   */
  packRowsOfBytes(
    rows: number,
    rowCount: number,
    featureCount: number,
    panels: number,
    begin: number,
    end: number,
  ): void;
  /**
   * The squared distances of rows to packed rows, exact whole numbers. Items are rows.
   *
   * @param rows - `Uint8Array`, shape `[rowCount, featureCount]`.
   * @param panels - `packedCount` rows from `packRowsOfBytes`.
   * @param distances - `Float64Array`, shape `[rowCount, packedCount]`.
   */
  squaredDistancesOfBytes(
    rows: number,
    featureCount: number,
    panels: number,
    packedCount: number,
    distances: number,
    begin: number,
    end: number,
  ): void;
  /**
   * Rows of float32 as panels of four rows. Items are panels.
   *
   * @param rows - `Float32Array`, shape `[rowCount, featureCount]`.
   * @param panels - `Float64Array`, shape `[ceil(rowCount / 4), featureCount, 4]`; missing rows become zeros.
   */
  packRowsOfFloats(
    rows: number,
    rowCount: number,
    featureCount: number,
    panels: number,
    begin: number,
    end: number,
  ): void;
  /**
   * The squared distances of rows to packed rows, in float64: squares are summed in order in runs of 256 features, and
   * the sums of the runs in order. Items are rows.
   *
   * @param rows - `Float32Array`, shape `[rowCount, featureCount]`.
   * @param panels - `packedCount` rows from `packRowsOfFloats`.
   * @param distances - `Float64Array`, shape `[rowCount, packedCount]`.
   */
  squaredDistancesOfFloats(
    rows: number,
    featureCount: number,
    panels: number,
    packedCount: number,
    distances: number,
    begin: number,
    end: number,
  ): void;
}

export const PRODUCTS_KERNELS: readonly (keyof ProductsKernels)[] = [
  'packColumns',
  'multiplyCentredFloats',
  'multiplyCentredBytes',
  'packRowsOfBytes',
  'squaredDistancesOfBytes',
  'packRowsOfFloats',
  'squaredDistancesOfFloats',
];
