import type { NdArray } from '@fashion-mnist/core';
import { DatasetFetchError } from '../errors.ts';

/** How stored labels name classes. */
export interface LabelCoding {
  readonly classCount: number;
  /** The stored label that stands for class 0. */
  readonly firstLabel: number;
  /** Which column of two-dimensional labels is the class. */
  readonly labelColumn: number;
}

/**
 * The class of each sample, counted from 0.
 *
 * @param labels - Shape `[labelCount]` or `[labelCount, columnCount]`; borrowed.
 * @param name - What the labels are called in errors.
 * @throws {DatasetFetchError} `E_LABEL_RANGE` - a label stands for no class; with its index and value.
 */
export function classLabels(
  { data, shape }: NdArray,
  name: string,
  { classCount, firstLabel, labelColumn }: LabelCoding,
): Uint8Array {
  const [labelCount = 0, columnCount = 1] = shape;
  const classes = new Uint8Array(labelCount);
  for (let index = 0; index < labelCount; index++) {
    const stored = data[index * columnCount + labelColumn] as number;
    const label = stored - firstLabel;
    if (!(Number.isInteger(label) && label >= 0 && label < classCount)) {
      const range = `${firstLabel} to ${firstLabel + classCount - 1}`;
      throw new DatasetFetchError(
        'E_LABEL_RANGE',
        `${name}: expected labels ${range}, got ${stored} at index ${index}`,
      );
    }
    classes[index] = label;
  }
  return classes;
}
