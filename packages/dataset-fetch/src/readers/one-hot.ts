import { type NdArray, ndArray } from '@fashion-mnist/core';

/**
 * One row per label: 1 at the label's class, 0 elsewhere. Shape `[labelCount, classCount]`.
 *
 * @throws {RangeError} when a label stands for no class.
 */
export function oneHot(labels: Uint8Array, classCount: number): NdArray<Float32Array> {
  const rows = new Float32Array(labels.length * classCount);
  for (const [index, label] of labels.entries()) {
    if (label >= classCount) throw new RangeError(`expected labels below ${classCount}, got ${label}`);
    rows[index * classCount + label] = 1;
  }
  return ndArray(rows, [labels.length, classCount]);
}
