const MOST_STEPS = 64;
const TOLERANCE = 1e-5;

/** On the logarithm of the precision. */
const LONGEST_LEAP = 2;

/** Weights `exp(-precision square)` over their sum, whose entropy is that of `perplexity` equal ones. */
export function fitPrecision(squares: readonly number[], perplexity: number): readonly number[] {
  const total = sumOf(squares);
  let precision = total > 0 ? squares.length / total : 1;
  let low = 0;
  let high = Infinity;
  let weights: readonly number[] = [];
  for (let step = 0; step < MOST_STEPS; step++) {
    const values = squares.map((square) => Math.exp(-precision * square));
    const sum = sumOf(values);
    weights = values.map((value) => value / sum);
    const mean = sumOf(squares.map((square, j) => square * weights[j]!));
    const meanSquare = sumOf(squares.map((square, j) => square * square * weights[j]!));
    const excess = Math.log(sum) + precision * mean - Math.log(perplexity);
    if (Math.abs(excess) < TOLERANCE) break;
    if (excess > 0) low = precision;
    else high = precision;
    const slope = precision ** 2 * (meanSquare - mean ** 2);
    const next = precision * Math.exp(Math.min(Math.max(excess / slope, -LONGEST_LEAP), LONGEST_LEAP));
    precision = next > low && next < high ? next : Math.sqrt(low * high);
  }
  return weights;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
