import type { Labels } from '../classifier.ts';
import { ModelsError } from '../errors.ts';

/** Labels as positions in the ascending list of those that occur. */
export interface EncodedLabels {
  readonly classes: Int32Array;
  /** One per sample, `0..classes.length - 1`. */
  readonly codes: Int32Array;
}

/** @throws {ModelsError} `E_SHAPE` - there is not exactly one label per sample. */
export function encodeLabels(y: Labels, sampleCount: number): EncodedLabels {
  if (y.length !== sampleCount)
    throw new ModelsError(
      'E_SHAPE',
      `y: expected one label for each of ${sampleCount} samples, got ${y.length}`,
    );
  const classes = Int32Array.from(new Set(y)).toSorted();
  const codeOf = new Map(Array.from(classes, (label, code) => [label, code]));
  return { classes, codes: Int32Array.from(y, (label) => codeOf.get(label)!) };
}

/** @throws {ModelsError} `E_LABELS` - there is one class only, and the estimator has nothing to tell apart. */
export function requireTwoClasses(estimator: string, { classes }: EncodedLabels): void {
  if (classes.length < 2)
    throw new ModelsError(
      'E_LABELS',
      `${estimator}: expected labels of at least two classes, got ${classes.length === 1 ? `only ${classes[0]}` : 'none'}`,
    );
}
