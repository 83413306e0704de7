/** Linear algebra in float64 on blocks of vectors, for eigenpairs of symmetric matrices. */
export interface SubspaceKernels {
  /**
   * The rows of a matrix as panels of four. Items are panels.
   *
   * @param matrix - `Float64Array`, shape `[rowCount, columnCount]`.
   * @param panels - `Float64Array`, shape `[ceil(rowCount / 4), columnCount, 4]`; missing rows become zeros.
   */
  packVectorRows(
    matrix: number,
    rowCount: number,
    columnCount: number,
    panels: number,
    begin: number,
    end: number,
  ): void;
  /**
   * The columns of a matrix as panels of four. Items are panels.
   *
   * @param matrix - `Float64Array`, shape `[rowCount, columnCount]`.
   * @param panels - `Float64Array`, shape `[ceil(columnCount / 4), rowCount, 4]`; missing columns become zeros.
   */
  packVectorColumns(
    matrix: number,
    rowCount: number,
    columnCount: number,
    panels: number,
    begin: number,
    end: number,
  ): void;
  /**
   * The product of packed rows and packed columns, each element summed in order. Items are panels of columns.
   *
   * @param rows - `[rowCount, inner]` from `packVectorRows`.
   * @param columns - `[inner, columnCount]` from `packVectorColumns`, or its transpose from `packVectorRows`.
   * @param product - `Float64Array`, shape `[rowCount, columnCount]`.
   */
  multiplyPanels(
    rows: number,
    rowCount: number,
    inner: number,
    columns: number,
    columnCount: number,
    product: number,
    begin: number,
    end: number,
  ): void;
  /** `alpha x + beta y + gamma z`. Items are elements of `Float64Array`s; the result may lie in any of them. */
  combineVectors(
    x: number,
    alpha: number,
    y: number,
    beta: number,
    z: number,
    gamma: number,
    result: number,
    begin: number,
    end: number,
  ): void;
  /**
   * Makes rows orthonormal, in place and in order; one that depends on those before it is replaced. One item.
   *
   * @param rows - `Float64Array`, shape `[rowCount, length]`, `rowCount <= length`.
   */
  orthonormalize(rows: number, rowCount: number, length: number, begin: number, end: number): void;
  /**
   * All eigenpairs of a symmetric matrix, in descending order of the values. One item.
   *
   * @param matrix - `Float64Array`, shape `[size, size]`; overwritten.
   * @param values - `Float64Array`, shape `[size]`.
   * @param vectors - `Float64Array`, shape `[size, size]`: orthonormal rows.
   * @param work - `Float64Array`, shape `[3 * size]`.
   */
  symmetricEigen(
    matrix: number,
    size: number,
    values: number,
    vectors: number,
    work: number,
    begin: number,
    end: number,
  ): void;
  /**
   * The lengths of `image - value * vector`. Items are rows.
   *
   * @param images - `Float64Array`, shape `[rowCount, length]`.
   * @param values - `Float64Array`, shape `[rowCount]`.
   * @param vectors - `Float64Array`, shape `[rowCount, length]`.
   * @param lengths - `Float64Array`, shape `[rowCount]`.
   */
  residualLengths(
    images: number,
    values: number,
    vectors: number,
    length: number,
    lengths: number,
    begin: number,
    end: number,
  ): void;
}

export const SUBSPACE_KERNELS: readonly (keyof SubspaceKernels)[] = [
  'packVectorRows',
  'packVectorColumns',
  'multiplyPanels',
  'combineVectors',
  'orthonormalize',
  'symmetricEigen',
  'residualLengths',
];
