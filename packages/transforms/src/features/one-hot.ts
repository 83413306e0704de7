import type { NdArray } from '@fashion-mnist/core';
import { TransformError } from '../errors.ts';
import { shown } from '../options/values.ts';

/**
 * Labels as one number per class: 1 for the label's class, 0 for all others.
 *
 * @param labels - Whole numbers `0..classCount - 1`; borrowed.
 * @param classCount - A whole number, at least 1.
 * @returns Shape `[labels.length, classCount]`.
 * @throws {TransformError} `E_OPTION` - `classCount` is no such number, or a label not below it; `E_SHAPE` - the labels are
 *   in no `Uint8Array`.
 * @see sklearn.preprocessing.OneHotEncoder
 */
export function oneHot(labels: Uint8Array, classCount: number): NdArray<Float32Array> {
  if (!Number.isSafeInteger(classCount) || classCount < 1)
    throw new TransformError(
      'E_OPTION',
      `oneHot.classCount: expected a whole number >= 1, got ${String(classCount)}`,
    );
  if (!(labels instanceof Uint8Array))
    throw new TransformError('E_SHAPE', `oneHot: expected labels in a Uint8Array, got ${shown(labels)}`);
  const data = new Float32Array(labels.length * classCount);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] as number;
    if (!(label < classCount))
      throw new TransformError(
        'E_OPTION',
        `oneHot: expected labels in 0..${classCount - 1}, got ${label} at ${i}; raise classCount or correct the label`,
      );
    data[i * classCount + label] = 1;
  }
  return { data, shape: [labels.length, classCount] };
}
