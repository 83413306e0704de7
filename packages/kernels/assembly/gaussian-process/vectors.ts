import { addScaled, dot } from '../subspace/vectors';

/** A matrix times a vector. Items are rows. */
export function gpMultiply(
  matrix: usize, columnCount: i32, vector: usize, product: usize, begin: i32, end: i32,
): void {
  for (let row = begin; row < end; row++) {
    const from = matrix + (((<usize>row) * (<usize>columnCount)) << 3);
    store<f64>(product + ((<usize>row) << 3), dot(from, vector, columnCount));
  }
}

/** The solution for a vector, in place, given the factor of a matrix. One item. */
export function gpSolve(factor: usize, size: i32, vector: usize, begin: i32, end: i32): void {
  if (begin >= end) return;
  const rowBytes = (<usize>size) << 3;
  for (let row = 0; row < size; row++) {
    const own = factor + (<usize>row) * rowBytes;
    const at = vector + ((<usize>row) << 3);
    store<f64>(at, (load<f64>(at) - dot(own, vector, row)) / load<f64>(own + ((<usize>row) << 3)));
  }
  for (let row = size - 1; row >= 0; row--) {
    const own = factor + (<usize>row) * rowBytes;
    const at = vector + ((<usize>row) << 3);
    const value = load<f64>(at) / load<f64>(own + ((<usize>row) << 3));
    store<f64>(at, value);
    addScaled(vector, -value, own, row);
  }
}
