import type { Labels } from '../classifier.ts';
import { requirePairs } from './require-pairs.ts';

/**
 * The share of samples whose predicted label is the true one, `0..1`.
 *
 * @throws {ModelsError} `E_SHAPE` - the lengths differ, or there is no label.
 * @see sklearn.metrics.accuracy_score
 */
export function accuracyScore(yTrue: Labels, yPred: Labels): number {
  requirePairs(yTrue, yPred);
  let correct = 0;
  for (let i = 0; i < yTrue.length; i++) if (yTrue[i] === yPred[i]) correct++;
  return correct / yTrue.length;
}
