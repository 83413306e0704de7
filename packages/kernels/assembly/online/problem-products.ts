import { dot, dotThree } from './vectors';

/** The dot products of rows with the weights of some problems. Items are rows. */
export function projectOnProblems(
  rows: usize, width: i32, problems: usize, problemCount: i32, weights: usize, products: usize, begin: i32, end: i32,
): void {
  const rowBytes = (<usize>width) << 2;
  const listBytes = (<usize>problemCount) << 2;
  for (let row = begin; row < end; row++)
    multiplyProblems(
      rows + (<usize>row) * rowBytes, weights, problems, problems + listBytes, rowBytes,
      products + (<usize>row) * listBytes,
    );
}

/** The dot products of a row with the weights of the problems that are listed in `from..to`. */
export function multiplyProblems(
  row: usize, weights: usize, from: usize, to: usize, rowBytes: usize, products: usize,
): void {
  for (; from + 12 <= to; from += 12, products += 12)
    dotThree(
      row, weightsOf(weights, from, rowBytes), weightsOf(weights, from + 4, rowBytes),
      weightsOf(weights, from + 8, rowBytes), rowBytes, products,
    );
  for (; from < to; from += 4, products += 4)
    store<f32>(products, dot(row, weightsOf(weights, from, rowBytes), rowBytes));
}

function weightsOf(weights: usize, problem: usize, rowBytes: usize): usize {
  return weights + (<usize>load<i32>(problem)) * rowBytes;
}
