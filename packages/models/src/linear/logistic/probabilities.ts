/**
 * Probabilities of classes that were fitted at once: the softmax of their scores.
 *
 * @param scores - Shape `[rowCount, classCount]`; of two classes `[rowCount]`, of the second, the first one's are the
 *   opposite.
 * @returns Shape `[rowCount, classCount]`.
 */
export function softmaxProbabilities(scores: Float64Array, classCount: number): Float64Array {
  const all = classCount > 2 ? scores.slice() : bothSides(scores, (score) => [-score, score]);
  return normalised(all, classCount);
}

/**
 * Probabilities of classes that were fitted against the rest, each by the logistic function, divided by their sum.
 *
 * @param scores - Shape `[rowCount, classCount]`; of two classes `[rowCount]`, of the second.
 * @returns Shape `[rowCount, classCount]`.
 */
export function oneVsRestProbabilities(scores: Float64Array, classCount: number): Float64Array {
  const logarithms =
    classCount > 2
      ? scores.map(logLogistic)
      : bothSides(scores, (score) => [logLogistic(-score), logLogistic(score)]);
  return normalised(logarithms, classCount);
}

/** `log(1 / (1 + e^-x))`. */
function logLogistic(x: number): number {
  return Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x)));
}

function bothSides(scores: Float64Array, pairOf: (score: number) => readonly [number, number]): Float64Array {
  const pairs = new Float64Array(2 * scores.length);
  for (let row = 0; row < scores.length; row++) pairs.set(pairOf(scores[row]!), 2 * row);
  return pairs;
}

/** Exponentials of rows, divided by their sums; in place. */
function normalised(logarithms: Float64Array, width: number): Float64Array {
  for (let start = 0; start < logarithms.length; start += width) {
    const row = logarithms.subarray(start, start + width);
    const largest = row.reduce((most, value) => Math.max(most, value), -Infinity);
    let sum = 0;
    for (let i = 0; i < width; i++) {
      row[i] = Math.exp(row[i]! - largest);
      sum += row[i]!;
    }
    for (let i = 0; i < width; i++) row[i]! /= sum;
  }
  return logarithms;
}
