/** Products of float32 matrices, row-major. Arrays may be read up to 16 bytes beyond their ends. */
export interface ProductFunctions {
  /**
   * Packs a matrix `[inner, columnCount]` (or, transposed, `[columnCount, inner]`) for `multiplyMatrices`: parts of 256 of
   * the inner index, each as panels of 8 columns, filled up with zeros to fours of the inner index and to whole panels.
   * Items are 64 columns of one part after the other.
   */
  packRightFactor(
    right: number,
    isTransposed: number,
    inner: number,
    columnCount: number,
    packed: number,
    begin: number,
    end: number,
  ): void;
  /**
   * `left · right`, plus `bias` (one value a column; pointer 0 for none), activated (`0` not, `1` relu, `2` relu6, `3`
   * leaky relu with `slope`). `right` is as it is (0), transposed (1) or packed (2). Items are blocks of `blockRows` (at
   * most 192) times `blockColumns` (a multiple of 8), row by row, of one product after the other. `offsets` holds two
   * uint32 for each product, the bytes from `left` and `right` to its factors.
   */
  multiplyMatrices(
    left: number,
    isLeftTransposed: number,
    right: number,
    rightLayout: number,
    offsets: number,
    rowCount: number,
    inner: number,
    columnCount: number,
    product: number,
    bias: number,
    activation: number,
    slope: number,
    blockRows: number,
    blockColumns: number,
    begin: number,
    end: number,
  ): void;
  /**
   * The same for a few rows (at most 64), with `right` as it is. Value `k` of row `i` is at `left + i * rowBytes + k *
   * stepBytes`. Items are blocks of `blockColumns` (at most 256, a multiple of 4) of one product after the other.
   */
  multiplyFewRows(
    left: number,
    rowBytes: number,
    stepBytes: number,
    right: number,
    offsets: number,
    rowCount: number,
    inner: number,
    columnCount: number,
    product: number,
    bias: number,
    activation: number,
    slope: number,
    blockColumns: number,
    begin: number,
    end: number,
  ): void;
}

export const PRODUCT_FUNCTIONS: readonly (keyof ProductFunctions)[] = [
  'packRightFactor',
  'multiplyMatrices',
  'multiplyFewRows',
];
