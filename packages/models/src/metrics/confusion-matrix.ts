import type { NdArray } from '@fashion-mnist/core';
import type { Labels } from '../classifier.ts';
import { requirePairs } from './require-pairs.ts';

/** How often each class was taken for each. */
export interface ConfusionMatrix {
  /** The labels that occur, true or predicted, ascending. */
  readonly classes: Int32Array;
  /** Shape `[classes.length, classes.length]`: row = true class, column = predicted class. */
  readonly counts: NdArray<Uint32Array>;
}

/**
 * Counts of true against predicted labels.
 *
 * @throws {ModelsError} `E_SHAPE` - the lengths differ, or there is no label.
 * @see sklearn.metrics.confusion_matrix
 */
export function confusionMatrix(yTrue: Labels, yPred: Labels): ConfusionMatrix {
  requirePairs(yTrue, yPred);
  const classes = Int32Array.from(new Set([...yTrue, ...yPred])).toSorted();
  const codeOf = new Map(Array.from(classes, (label, code) => [label, code]));
  const data = new Uint32Array(classes.length ** 2);
  for (let i = 0; i < yTrue.length; i++) {
    const cell = (codeOf.get(yTrue[i] ?? 0) ?? 0) * classes.length + (codeOf.get(yPred[i] ?? 0) ?? 0);
    data[cell] = (data[cell] ?? 0) + 1;
  }
  return { classes, counts: { data, shape: [classes.length, classes.length] } };
}
