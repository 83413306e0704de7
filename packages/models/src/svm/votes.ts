import { classPairs } from './pair-problems.ts';

/** How many pairs each class wins, shape `[rowCount, classCount]`. @param decisions - Above 0 for the first of a pair. */
export function votesOf(decisions: Float64Array, classCount: number): Int32Array {
  const pairs = classPairs(classCount);
  const rowCount = decisions.length / pairs.length;
  const votes = new Int32Array(rowCount * classCount);
  for (let row = 0; row < rowCount; row++) {
    pairs.forEach(([first, second], pair) => {
      const winner = decisions[row * pairs.length + pair]! > 0 ? first : second;
      votes[row * classCount + winner]! += 1;
    });
  }
  return votes;
}

/**
 * One number per class from the decisions of pairs: its votes, and within a third to either side how sure they are.
 *
 * @see sklearn.utils.multiclass._ovr_decision_function
 */
export function oneAgainstRest(decisions: Float64Array, classCount: number): Float64Array {
  const pairs = classPairs(classCount);
  const rowCount = decisions.length / pairs.length;
  const confidences = new Float64Array(rowCount * classCount);
  const votes = new Int32Array(rowCount * classCount);
  for (let row = 0; row < rowCount; row++) {
    pairs.forEach(([first, second], pair) => {
      const decision = decisions[row * pairs.length + pair]!;
      confidences[row * classCount + first]! += decision;
      confidences[row * classCount + second]! -= decision;
      votes[row * classCount + (decision < 0 ? second : first)]! += 1;
    });
  }
  return confidences.map((sum, i) => votes[i]! + sum / (3 * (Math.abs(sum) + 1)));
}

/** The place of the largest value of each row, the first of equal ones. */
export function largestOfRows(values: ArrayLike<number>, width: number): Int32Array {
  return Int32Array.from({ length: values.length / width }, (_, row) => {
    let best = 0;
    for (let i = 1; i < width; i++) if (values[row * width + i]! > values[row * width + best]!) best = i;
    return best;
  });
}
