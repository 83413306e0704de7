/** Solves `L · x = vector` in place, row after row. @param factor - Row-major, of which the lower half counts. */
export function solveLower(factor: Float64Array, size: number, vector: Float64Array): void {
  for (let row = 0; row < size; row++) {
    let sum = vector[row]!;
    for (let k = 0; k < row; k++) sum -= factor[row * size + k]! * vector[k]!;
    vector[row] = sum / factor[row * size + row]!;
  }
}

/** Solves `L' · x = vector` in place. */
export function solveUpper(factor: Float64Array, size: number, vector: Float64Array): void {
  for (let row = size - 1; row >= 0; row--) {
    const value = vector[row]! / factor[row * size + row]!;
    vector[row] = value;
    for (let k = 0; k < row; k++) vector[k]! -= value * factor[row * size + k]!;
  }
}
