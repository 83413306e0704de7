import { pairsOf } from './problem-groups.ts';
import type { Answers } from './query-group.ts';

/** Shape `[sampleCount, classCount]`, rows add to 1. @param answers - Of one problem, or of one for each class. */
export function combinedProbabilities(answers: readonly Answers[], sampleCount: number): Float64Array {
  const [only, ...others] = answers;
  if (others.length === 0)
    return Float64Array.from({ length: 2 * sampleCount }, (_, i) => {
      const second = only!.probabilities[i >> 1]!;
      return i % 2 === 0 ? 1 - second : second;
    });
  const width = answers.length;
  const data = new Float64Array(sampleCount * width);
  for (let row = 0; row < sampleCount; row++) {
    const sum = answers.reduce((total, { probabilities }) => total + probabilities[row]!, 0);
    answers.forEach(({ probabilities }, c) => {
      data[row * width + c] = probabilities[row]! / sum;
    });
  }
  return data;
}

/** The class that is likeliest against the rest; the last of a tie, as in scikit-learn. */
export function likeliestCodes(answers: readonly Answers[], sampleCount: number): Int32Array {
  return Int32Array.from({ length: sampleCount }, (_, row) => {
    let best = 0;
    answers.forEach(({ probabilities }, c) => {
      if (probabilities[row]! >= answers[best]!.probabilities[row]!) best = c;
    });
    return best;
  });
}

/**
 * The class that wins most pairs; of a tie the one that wins by more, then the lowest.
 *
 * @see sklearn.utils.multiclass, `_ovr_decision_function`
 */
export function votedCodes(answers: readonly Answers[], classCount: number, sampleCount: number): Int32Array {
  const pairs = pairsOf(classCount);
  return Int32Array.from({ length: sampleCount }, (_, row) => {
    const votes = new Float64Array(classCount);
    const confidences = new Float64Array(classCount);
    pairs.forEach(([first, second], pair) => {
      const { means, probabilities } = answers[pair]!;
      votes[means[row]! > 0 ? second : first]! += 1;
      confidences[first]! -= probabilities[row]!;
      confidences[second]! += probabilities[row]!;
    });
    const decisions = votes.map((vote, c) => vote + confidences[c]! / (3 * (Math.abs(confidences[c]!) + 1)));
    return decisions.indexOf(Math.max(...decisions));
  });
}
