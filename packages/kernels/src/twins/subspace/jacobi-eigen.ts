const MAX_SWEEPS = 60;

/** Eigenvalues in descending order, eigenvector `i` in row `i`. */
export interface Eigenpairs {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

/**
 * All eigenpairs of a small symmetric matrix by cyclic Jacobi rotations.
 *
 * @param matrix - Shape `[size, size]`; overwritten.
 * @see Golub & Van Loan, Matrix Computations, 4th edition, section 8.5
 */
export function jacobiEigen(matrix: Float64Array, size: number): Eigenpairs {
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i++) vectors[i * size + i] = 1;
  for (let sweep = 0; sweep < MAX_SWEEPS && !isDiagonal(matrix, size); sweep++) {
    for (let p = 0; p < size - 1; p++) {
      for (let q = p + 1; q < size; q++) rotate(matrix, vectors, size, p, q);
    }
  }
  return sortDescending(matrix, vectors, size);
}

function isDiagonal(matrix: Float64Array, size: number): boolean {
  let diagonal = 0,
    rest = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const square = matrix[i * size + j]! ** 2;
      if (i === j) diagonal += square;
      else rest += square;
    }
  }
  return rest <= 1e-30 * diagonal || diagonal + rest === 0;
}

function rotate(matrix: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const apq = matrix[p * size + q]!;
  if (apq === 0) return;
  const theta = (matrix[q * size + q]! - matrix[p * size + p]!) / (2 * apq);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < size; k++) rotatePair(matrix, k * size + p, k * size + q, c, s);
  for (let k = 0; k < size; k++) rotatePair(matrix, p * size + k, q * size + k, c, s);
  for (let k = 0; k < size; k++) rotatePair(vectors, p * size + k, q * size + k, c, s);
}

function rotatePair(values: Float64Array, at: number, other: number, c: number, s: number): void {
  const x = values[at]!,
    y = values[other]!;
  values[at] = c * x - s * y;
  values[other] = s * x + c * y;
}

function sortDescending(matrix: Float64Array, vectors: Float64Array, size: number): Eigenpairs {
  const order = Array.from({ length: size }, (_, i) => i);
  order.sort((a, b) => matrix[b * size + b]! - matrix[a * size + a]! || a - b);
  const values = new Float64Array(size);
  const sorted = new Float64Array(size * size);
  order.forEach((from, to) => {
    values[to] = matrix[from * size + from]!;
    sorted.set(vectors.subarray(from * size, (from + 1) * size), to * size);
  });
  return { values, vectors: sorted };
}
