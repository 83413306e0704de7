const TILE_ROWS = 4;

/**
 * Writes the product of a block of rows with a matrix in column pairs, all in float64.
 *
 * @param rows - `[rowCount, inner]`.
 * @param pairs - The right factor as `packColumnPairs` lays it out.
 * @param product - `[rowCount, columns]`, overwritten.
 */
export function multiplyPacked(
  rows: Float64Array,
  rowCount: number,
  inner: number,
  pairs: Float64Array,
  columns: number,
  product: Float64Array,
): void {
  for (let column = 0; column < columns; column += 2) {
    let row = 0;
    for (; row + TILE_ROWS <= rowCount; row += TILE_ROWS)
      fillTile(rows, inner, pairs, product, columns, row, column);
    for (; row < rowCount; row++) fillRow(rows, inner, pairs, product, columns, row, column);
  }
}

/** Columns `0, 1`, then `2, 3` and so on, each pair interleaved; zeros stand for a missing last column. */
export function packColumnPairs(
  matrix: Float32Array | Float64Array,
  inner: number,
  columns: number,
): Float64Array {
  const pairs = new Float64Array(inner * (columns + (columns % 2)));
  for (let column = 0; column < columns; column++) {
    const start = (column - (column % 2)) * inner + (column % 2);
    for (let k = 0; k < inner; k++) pairs[start + 2 * k] = matrix[k * columns + column]!;
  }
  return pairs;
}

function fillTile(
  a: Float64Array,
  inner: number,
  pairs: Float64Array,
  product: Float64Array,
  columns: number,
  row: number,
  column: number,
): void {
  let s00 = 0,
    s01 = 0,
    s10 = 0,
    s11 = 0,
    s20 = 0,
    s21 = 0,
    s30 = 0,
    s31 = 0;
  const a0 = row * inner,
    a1 = a0 + inner,
    a2 = a1 + inner,
    a3 = a2 + inner;
  const b = column * inner;
  for (let k = 0; k < inner; k++) {
    const b0 = pairs[b + 2 * k]!,
      b1 = pairs[b + 2 * k + 1]!;
    const x0 = a[a0 + k]!,
      x1 = a[a1 + k]!,
      x2 = a[a2 + k]!,
      x3 = a[a3 + k]!;
    s00 += x0 * b0;
    s01 += x0 * b1;
    s10 += x1 * b0;
    s11 += x1 * b1;
    s20 += x2 * b0;
    s21 += x2 * b1;
    s30 += x3 * b0;
    s31 += x3 * b1;
  }
  const c0 = row * columns + column,
    c1 = c0 + columns,
    c2 = c1 + columns,
    c3 = c2 + columns;
  product[c0] = s00;
  product[c1] = s10;
  product[c2] = s20;
  product[c3] = s30;
  if (column + 1 === columns) return;
  product[c0 + 1] = s01;
  product[c1 + 1] = s11;
  product[c2 + 1] = s21;
  product[c3 + 1] = s31;
}

function fillRow(
  a: Float64Array,
  inner: number,
  pairs: Float64Array,
  product: Float64Array,
  columns: number,
  row: number,
  column: number,
): void {
  let first = 0,
    second = 0;
  const b = column * inner;
  for (let k = 0; k < inner; k++) {
    const x = a[row * inner + k]!;
    first += x * pairs[b + 2 * k]!;
    second += x * pairs[b + 2 * k + 1]!;
  }
  const out = row * columns + column;
  product[out] = first;
  if (column + 1 < columns) product[out + 1] = second;
}
