import type { NdArray } from '@fashion-mnist/core';
import { KernelsError } from './errors.ts';
import { LANES, rowDistances } from './row-distances.ts';
import { type Samples, sampleMatrix } from './samples.ts';

/**
 * The squared Euclidean distance of every row of `a` to every row of `b`.
 *
 * @param a - Shape `[aCount, ...featureShape]`; borrowed.
 * @param b - Shape `[bCount, ...featureShape]`, as many features; borrowed.
 * @returns Shape `[aCount, bCount]`; whole numbers, exact, when both hold bytes.
 * @throws {KernelsError} `E_SHAPE` - the numbers of features differ; `E_NOT_FINITE`.
 * @remarks O(aCount · bCount · featureCount).
 */
export function pairwiseSquaredDistances(a: Samples, b: Samples): NdArray<Float64Array> {
  const queries = sampleMatrix('a', a);
  const references = sampleMatrix('b', b);
  if (queries.featureCount !== references.featureCount) {
    throw new KernelsError(
      'E_SHAPE',
      `expected b with ${queries.featureCount} features as a, got ${references.featureCount}`,
    );
  }
  const [rowCount, columnCount] = [queries.sampleCount, references.sampleCount];
  const data = new Float64Array(rowCount * columnCount);
  const lastRow = columnCount - 1;
  const rows = Int32Array.from({ length: columnCount + LANES - 1 }, (_, row) => Math.min(row, lastRow));
  const distances = rowDistances(queries, references);
  const four = new Float64Array(LANES);
  for (let query = 0; query < rowCount; query++) {
    distances.setQuery(query);
    for (let start = 0; start < columnCount; start += LANES) {
      distances.measure(rows, start, four);
      data.set(four.subarray(0, Math.min(LANES, columnCount - start)), query * columnCount + start);
    }
  }
  return { data, shape: [rowCount, columnCount] };
}
