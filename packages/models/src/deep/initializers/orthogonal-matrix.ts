/**
 * A random matrix, row-major, whose rows (or columns, whichever are fewer) are orthonormal: normal numbers made orthogonal
 * one row after the other, which is uniform over all such matrices.
 *
 * @see Saxe, McClelland & Ganguli 2014, "Exact solutions to the nonlinear dynamics of learning in deep linear networks".
 */
export function orthogonalMatrix(rows: number, columns: number, draw: () => number): Float64Array {
  if (rows > columns) return transposed(orthogonalMatrix(columns, rows, draw), columns, rows);
  const matrix = Float64Array.from({ length: rows * columns }, draw);
  for (let row = 0; row < rows; row++) {
    const vector = matrix.subarray(row * columns, (row + 1) * columns);
    // Once leaves a rest that grows with the number of rows; twice is enough.
    for (let pass = 0; pass < 2; pass++)
      for (let earlier = 0; earlier < row; earlier++)
        removeDirection(vector, matrix.subarray(earlier * columns, (earlier + 1) * columns));
    const length = Math.sqrt(dot(vector, vector));
    for (let i = 0; i < columns; i++) vector[i]! /= length;
  }
  return matrix;
}

function removeDirection(vector: Float64Array, direction: Float64Array): void {
  const share = dot(vector, direction);
  for (let i = 0; i < vector.length; i++) vector[i]! -= share * direction[i]!;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function transposed(matrix: Float64Array, rows: number, columns: number): Float64Array {
  return matrix.map((_, i) => matrix[(i % rows) * columns + Math.floor(i / rows)]!);
}
