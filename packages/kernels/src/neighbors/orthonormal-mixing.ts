/**
 * The lower triangle that makes rows orthonormal: the inverse of the Cholesky factor of their inner products.
 *
 * @param gram - Inner products of the rows, shape `[size, size]`; they must be independent.
 * @returns Shape `[size, size]`.
 * @see Golub & Van Loan, Matrix Computations, 4th edition, section 4.2.5
 */
export function orthonormalMixing(gram: Float64Array, size: number): Float64Array {
  const root = choleskyRoot(gram, size);
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    inverse[column * size + column] = 1 / root[column * size + column]!;
    for (let row = column + 1; row < size; row++) {
      let sum = 0;
      for (let i = column; i < row; i++) sum -= root[row * size + i]! * inverse[i * size + column]!;
      inverse[row * size + column] = sum / root[row * size + row]!;
    }
  }
  return inverse;
}

function choleskyRoot(gram: Float64Array, size: number): Float64Array {
  const root = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = gram[row * size + column]!;
      for (let i = 0; i < column; i++) sum -= root[row * size + i]! * root[column * size + i]!;
      root[row * size + column] = row === column ? Math.sqrt(sum) : sum / root[column * size + column]!;
    }
  }
  return root;
}
