import type { Samples } from '@fashion-mnist/kernels';
import type { Labels } from './classifier.ts';
import { ModelsError } from './errors.ts';

/** Labels as positions in the ascending list of those that occur. */
export interface EncodedLabels {
  readonly classes: Int32Array;
  readonly codes: Int32Array;
}

/** @throws {ModelsError} `E_SHAPE` - there is not exactly one label per sample. */
export function encodeLabels(x: Samples, y: Labels): EncodedLabels {
  const [sampleCount = 0] = x.shape;
  if (y.length !== sampleCount) {
    throw new ModelsError(
      'E_SHAPE',
      `expected one label for each of ${sampleCount} samples, got ${y.length}`,
    );
  }
  const classes = Int32Array.from(new Set(y)).toSorted();
  const codeOf = new Map(Array.from(classes, (label, code) => [label, code]));
  return { classes, codes: Int32Array.from(y, (label) => codeOf.get(label) ?? 0) };
}
