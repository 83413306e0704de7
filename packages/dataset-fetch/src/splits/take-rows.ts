import { type NdArray, ndArray, sampleShape } from '@fashion-mnist/core';

/**
 * A copy of the chosen rows, in the order in which they are chosen.
 *
 * @param rows - Shape `[rowCount, ...rowShape]`; borrowed.
 * @throws {RangeError} when there is no row of an index.
 */
export function takeRows({ data, shape }: NdArray<Uint8Array>, indices: Uint32Array): NdArray<Uint8Array> {
  const { sampleCount: rowCount, featureCount: rowSize } = sampleShape({ data, shape });
  const taken = new Uint8Array(indices.length * rowSize);
  let offset = 0;
  for (const index of indices) {
    if (index >= rowCount) throw new RangeError(`expected an index below ${rowCount}, got ${index}`);
    taken.set(data.subarray(index * rowSize, (index + 1) * rowSize), offset);
    offset += rowSize;
  }
  return ndArray(taken, [indices.length, ...shape.slice(1)]);
}
