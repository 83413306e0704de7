/**
 * Solves `matrix * x = right` for a symmetric matrix with positive eigenvalues, by Cholesky's decomposition.
 *
 * @param matrix - Row by row; only its lower half is read.
 */
export function solveLinear(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const lower: number[][] = [];
  for (const [i, row] of matrix.entries()) {
    const factors: number[] = [];
    for (let j = 0; j <= i; j++) {
      const other = lower[j] ?? factors;
      const rest = (row[j] as number) - dot(factors, other, j);
      factors.push(i === j ? Math.sqrt(rest) : rest / (other[j] as number));
    }
    lower.push(factors);
  }
  const half: number[] = [];
  for (const [i, row] of lower.entries())
    half.push(((right[i] as number) - dot(row, half, i)) / (row[i] as number));
  const solution = new Array<number>(half.length).fill(0);
  for (let i = half.length - 1; i >= 0; i--) {
    let rest = half[i] as number;
    for (let j = i + 1; j < half.length; j++) rest -= (lower[j]?.[i] as number) * (solution[j] as number);
    solution[i] = rest / (lower[i]?.[i] as number);
  }
  return solution;
}

function dot(a: readonly number[], b: readonly number[], length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
