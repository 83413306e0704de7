/** The code of the class that the scores of each row speak for; the lower one of a tie. @param scores - Shape `[rows, width]`. */
export function codesOfScores(scores: Float32Array, width: number): Int32Array {
  return Int32Array.from({ length: scores.length / width }, (_, row) => {
    if (width === 1) return scores[row]! > 0 ? 1 : 0;
    let best = 0;
    for (let c = 1; c < width; c++) if (scores[row * width + c]! > scores[row * width + best]!) best = c;
    return best;
  });
}

/** Shape `[rows, classCount]`: softmax of the scores, or the logistic function of the one there is for two classes. */
export function probabilitiesOfScores(scores: Float32Array, classCount: number): Float64Array {
  if (classCount === 1) return new Float64Array(scores.length).fill(1);
  if (classCount === 2) {
    const probabilities = new Float64Array(scores.length * 2);
    scores.forEach((score, row) => {
      probabilities[2 * row] = 1 / (1 + Math.exp(score));
      probabilities[2 * row + 1] = 1 / (1 + Math.exp(-score));
    });
    return probabilities;
  }
  const probabilities = new Float64Array(scores.length);
  for (let start = 0; start < scores.length; start += classCount) {
    const row = scores.subarray(start, start + classCount);
    const largest = row.reduce((most, score) => Math.max(most, score), -Infinity);
    const powers = Float64Array.from(row, (score) => Math.exp(score - largest));
    const sum = powers.reduce((total, power) => total + power, 0);
    probabilities.set(
      powers.map((power) => power / sum),
      start,
    );
  }
  return probabilities;
}
