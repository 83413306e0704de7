import type { NdArray } from '@fashion-mnist/core';
import type { Labels } from '../classifier.ts';
import { ModelsError } from '../errors.ts';
import { requirePairs } from './require-pairs.ts';
import { type WeightedMetricOptions, weightsOf } from './sample-weight-option.ts';

/** How often each class was taken for each. */
export interface ConfusionMatrix {
  /** The labels in the order of rows and columns. */
  readonly classes: Int32Array;
  /** Shape `[classes.length, classes.length]`: row = true class, column = predicted class. */
  readonly counts: NdArray<Float64Array>;
}

/** What `confusionMatrix` counts, and by what it divides. */
export interface ConfusionMatrixOptions extends WeightedMetricOptions {
  /** Rows and columns in this order; samples of other labels are left out. @default all that occur, ascending */
  readonly labels?: ArrayLike<number> | undefined;
  /** Divides each count by that of its true class, of its predicted class, or of all. @default undefined, counts */
  readonly normalize?: 'true' | 'pred' | 'all' | undefined;
}

/**
 * Counts of true against predicted labels.
 *
 * @throws {ModelsError} `E_SHAPE` - the lengths differ, or there is no label; `E_LABELS` - none of `labels` is a true
 *   label, or one stands there twice; `E_NOT_FINITE` - weights.
 * @see sklearn.metrics.confusion_matrix
 */
export function confusionMatrix(
  yTrue: Labels,
  yPred: Labels,
  options: ConfusionMatrixOptions = {},
): ConfusionMatrix {
  requirePairs(yTrue, yPred);
  const { labels, normalize } = options;
  const classes =
    labels === undefined
      ? Int32Array.from(new Set([...yTrue, ...yPred])).toSorted()
      : Int32Array.from(labels);
  const codeOf = new Map(Array.from(classes, (label, code) => [label, code]));
  if (codeOf.size !== classes.length || !yTrue.some((label) => codeOf.has(label)))
    throw new ModelsError(
      'E_LABELS',
      `labels: expected each once, and at least one that is a true label, got ${classes.join(', ')}`,
    );
  const weights = weightsOf(options, yTrue.length);
  const data = new Float64Array(classes.length ** 2);
  for (let i = 0; i < yTrue.length; i++) {
    const [row, column] = [codeOf.get(yTrue[i]!), codeOf.get(yPred[i]!)];
    if (row !== undefined && column !== undefined) data[row * classes.length + column]! += weights[i]!;
  }
  const shape = [classes.length, classes.length];
  const counts = { data, shape };
  return { classes, counts: normalize === undefined ? counts : normalized(counts, normalize) };
}

/** Row sums (true) and column sums (predicted) of a confusion matrix. */
export function marginsOf({ data, shape }: NdArray<Float64Array>): {
  readonly rows: Float64Array;
  readonly columns: Float64Array;
} {
  const [size = 0] = shape;
  const [rows, columns] = [new Float64Array(size), new Float64Array(size)];
  data.forEach((count, cell) => {
    rows[Math.floor(cell / size)]! += count;
    columns[cell % size]! += count;
  });
  return { rows, columns };
}

function normalized(counts: NdArray<Float64Array>, by: 'true' | 'pred' | 'all'): NdArray<Float64Array> {
  const { rows, columns } = marginsOf(counts);
  const size = rows.length;
  const total = rows.reduce((sum, row) => sum + row, 0);
  const divisorOf = (cell: number) =>
    by === 'true' ? rows[Math.floor(cell / size)]! : by === 'pred' ? columns[cell % size]! : total;
  const data = counts.data.map((count, cell) => (divisorOf(cell) === 0 ? 0 : count / divisorOf(cell)));
  return { data, shape: counts.shape };
}
