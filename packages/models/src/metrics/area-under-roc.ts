import { ModelsError } from '../errors.ts';

/**
 * The area under the receiver operating characteristic curve of two classes. Equal scores count half.
 *
 * @param truth - 1 for samples that should have high scores, else 0.
 * @throws {ModelsError} `E_LABELS` - all samples are of one class.
 */
export function areaUnderRoc(truth: Uint8Array, scores: ArrayLike<number>, weights: Float64Array): number {
  const order = Uint32Array.from(truth.keys()).toSorted((a, b) => scores[b]! - scores[a]!);
  let [area, positives, negatives] = [0, 0, 0];
  for (let at = 0; at < order.length; ) {
    const score = scores[order[at]!]!;
    let [newPositives, newNegatives] = [0, 0];
    for (; at < order.length && scores[order[at]!] === score; at++) {
      const sample = order[at]!;
      if (truth[sample] === 1) newPositives += weights[sample]!;
      else newNegatives += weights[sample]!;
    }
    area += newNegatives * (positives + newPositives / 2);
    positives += newPositives;
    negatives += newNegatives;
  }
  if (positives === 0 || negatives === 0)
    throw new ModelsError(
      'E_LABELS',
      'expected samples of a class and of others, got one kind only: no curve',
    );
  return area / (positives * negatives);
}
