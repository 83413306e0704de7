import { addScaled, dot, scale } from './vectors';

/** What is left of a row must not be rounding errors of what was taken away. */
const LEAST_REST: f64 = 1e-10;

/**
 * Makes rows orthonormal, by modified Gram-Schmidt, twice for full precision. A row that depends on the ones before it
 * is replaced by a unit vector that does not. One item: all rows.
 */
export function orthonormalize(rows: usize, rowCount: i32, length: i32, begin: i32, end: i32): void {
  const rowBytes = (<usize>length) << 3;
  for (let row = 0; row < rowCount; row++) {
    const current = rows + (<usize>row) * rowBytes;
    for (let axis: usize = 0; !makeOrthonormal(rows, row, length, current) && axis < <usize>length; axis++) {
      memory.fill(current, 0, rowBytes);
      store<f64>(current + (axis << 3), 1);
    }
  }
}

function makeOrthonormal(rows: usize, rowCount: i32, length: i32, current: usize): bool {
  const size = Math.sqrt(dot(current, current, length));
  const rowBytes = (<usize>length) << 3;
  for (let pass = 0; pass < 2; pass++) {
    for (let row: usize = 0; row < <usize>rowCount; row++)
      addScaled(current, -dot(rows + row * rowBytes, current, length), rows + row * rowBytes, length);
  }
  const rest = Math.sqrt(dot(current, current, length));
  if (!(rest > LEAST_REST * size)) return false;
  scale(current, 1 / rest, length);
  return true;
}
