/**
 * The inverse of a small square matrix, by elimination with the largest pivots of the columns.
 *
 * @param matrix - Row-major, shape `[size, size]`; borrowed.
 * @returns undefined where the matrix is singular.
 */
export function invertMatrix(matrix: Float64Array, size: number): Float64Array | undefined {
  const rows = Array.from({ length: size }, (_, row) => {
    const wide = new Float64Array(2 * size);
    wide.set(matrix.subarray(row * size, (row + 1) * size));
    wide[size + row] = 1;
    return wide;
  });
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    const pivotRow = rows[pivot]!;
    rows[pivot] = rows[column]!;
    rows[column] = pivotRow;
    const divisor = pivotRow[column]!;
    if (divisor === 0 || !Number.isFinite(divisor)) return undefined;
    for (let i = column; i < 2 * size; i++) pivotRow[i]! /= divisor;
    for (const row of rows) {
      const factor = row[column]!;
      if (row === pivotRow || factor === 0) continue;
      for (let i = column; i < 2 * size; i++) row[i]! -= factor * pivotRow[i]!;
    }
  }
  const inverse = new Float64Array(size * size);
  for (const [row, wide] of rows.entries()) inverse.set(wide.subarray(size), row * size);
  return inverse;
}
