/**
 * Makes the rows of a matrix orthonormal, in place, by modified Gram–Schmidt, twice for full precision.
 * A row that depends on the ones before it is replaced by a unit vector that does not.
 */
export function orthonormalizeRows(rows: Float64Array, rowCount: number, length: number): void {
  for (let row = 0; row < rowCount; row++) {
    const current = rows.subarray(row * length, (row + 1) * length);
    let axis = -1;
    while (!makeOrthonormal(rows, row, length, current)) {
      axis++;
      current.fill(0);
      current[axis] = 1;
    }
  }
}

/** Whether something of the row is left once its parts along the earlier rows are taken away. */
function makeOrthonormal(rows: Float64Array, row: number, length: number, current: Float64Array): boolean {
  const size = norm(current);
  for (let pass = 0; pass < 2; pass++) {
    for (let other = 0; other < row; other++) subtractProjection(rows, other * length, current);
  }
  const rest = norm(current);
  if (!(rest > 1e-10 * size)) return false;
  for (let i = 0; i < length; i++) current[i]! /= rest;
  return true;
}

function subtractProjection(rows: Float64Array, start: number, current: Float64Array): void {
  let dot = 0;
  for (let i = 0; i < current.length; i++) dot += rows[start + i]! * current[i]!;
  for (let i = 0; i < current.length; i++) current[i]! -= dot * rows[start + i]!;
}

function norm(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * values[i]!;
  return Math.sqrt(sum);
}
