/**
 * Gaussian processes in float64. Matrices are square and row-major; a symmetric one has at least its lower half, a
 * factor is the lower half `L` of `L · L'`. At most 16,384 rows.
 *
 * @see Rasmussen & Williams 2006, Gaussian Processes for Machine Learning
 */
export interface GaussianProcessKernels {
  /**
   * `constant * e^(-distance / (2 lengthScale^2))`. Items are elements.
   *
   * @param distances - `Float64Array`: squared, at least 0.
   * @param covariances - `Float64Array`, as long; may be the distances.
   */
  gpCovariances(
    distances: number,
    constant: number,
    lengthScale: number,
    covariances: number,
    begin: number,
    end: number,
  ): void;
  /** The lower half of the identity plus `roots[i] * covariances[i, j] * roots[j]`. Items are rows. */
  gpWeigh(covariances: number, size: number, roots: number, matrix: number, begin: number, end: number): void;
  /**
   * The first half of a step of Cholesky's factorisation, for the columns `start..start + width`: what the columns
   * before them explain is taken away. Items are rows, counted from `start`.
   *
   * @param matrix - Its columns before `start` hold the factor already.
   */
  gpReduceBlock(matrix: number, size: number, start: number, width: number, begin: number, end: number): void;
  /**
   * The second half: the factor in these columns. Items are rows, counted from `firstRow`: first those of the block,
   * from `start` on, in one piece; then those below it.
   *
   * @param pivots - `Float64Array`, shape `[size]`: gets the diagonal of the factor.
   */
  gpFactorBlock(
    matrix: number,
    size: number,
    start: number,
    width: number,
    pivots: number,
    firstRow: number,
    begin: number,
    end: number,
  ): void;
  /** A matrix of any number of rows times a vector. Items are rows. */
  gpMultiply(
    matrix: number,
    columnCount: number,
    vector: number,
    product: number,
    begin: number,
    end: number,
  ): void;
  /** Replaces a vector by the solution of `L · L' · x = vector`. One item. */
  gpSolve(factor: number, size: number, vector: number, begin: number, end: number): void;
  /**
   * `prior - |v|^2`, where `L · v = roots * covariances`. Items are rows of covariances.
   *
   * @param covariances - `Float64Array`, shape `[any, size]`.
   * @param variances - One for each row.
   * @see algorithm 3.2, lines 5 and 6
   */
  gpVariances(
    factor: number,
    size: number,
    roots: number,
    covariances: number,
    prior: number,
    variances: number,
    begin: number,
    end: number,
  ): void;
  /**
   * With `R = roots * (L · L')^-1 * roots` and the derivatives `D` of the covariances `K` by the logarithm of the length
   * scale, for each column `j`: the sum of `R[i, j] K[i, j]`, that of `R[i, j] D[i, j]`, and the `j`-th elements of
   * `D · first` and `D · second`. Items are columns.
   *
   * @param distances - Squared, as those that the covariances are of.
   * @param sums - `Float64Array`, shape `[size, 4]`.
   * @see algorithm 5.1
   */
  gpDerivatives(
    factor: number,
    size: number,
    roots: number,
    covariances: number,
    distances: number,
    lengthScale: number,
    first: number,
    second: number,
    sums: number,
    begin: number,
    end: number,
  ): void;
}

export const GAUSSIAN_PROCESS_KERNELS: readonly (keyof GaussianProcessKernels)[] = [
  'gpCovariances',
  'gpWeigh',
  'gpReduceBlock',
  'gpFactorBlock',
  'gpMultiply',
  'gpSolve',
  'gpVariances',
  'gpDerivatives',
];
