import type { Neighbors } from '../neighbors/neighbors.ts';
import type { Samples } from '../samples.ts';

/** Neighbours row by row, as plain numbers. */
export interface NeighborRow {
  readonly indices: readonly number[];
  readonly distances: readonly number[];
}

/** Sorts all distances: the definition. Those of floats are rounded to float32 before. */
export function sortAllDistances(
  queries: Samples,
  references: Samples,
  neighborCount: number,
  some: readonly number[] = Array.from({ length: queries.shape[0] ?? 0 }, (_, query) => query),
): NeighborRow[] {
  const [referenceCount = 0] = references.shape;
  const length = references.data.length / referenceCount;
  const areBytes = queries.data instanceof Uint8Array && references.data instanceof Uint8Array;
  return some.map((query) => {
    const distances = Float64Array.from({ length: referenceCount }, (_, reference) => {
      const square = squaredDistance(
        queries.data,
        query * length,
        references.data,
        reference * length,
        length,
      );
      return areBytes ? square : Math.fround(Math.sqrt(square));
    });
    const indices = Array.from(distances.keys())
      .toSorted((a, b) => distances[a]! - distances[b]! || a - b)
      .slice(0, neighborCount);
    const length32 = (index: number) =>
      areBytes ? Math.fround(Math.sqrt(distances[index]!)) : distances[index]!;
    return { indices, distances: indices.map(length32) };
  });
}

export function rowsOf({ indices, distances }: Neighbors): NeighborRow[] {
  const [rowCount = 0, width = 0] = indices.shape;
  return Array.from({ length: rowCount }, (_, row) => ({
    indices: [...indices.data.subarray(row * width, (row + 1) * width)],
    distances: [...distances.data.subarray(row * width, (row + 1) * width)],
  }));
}

function squaredDistance(
  a: ArrayLike<number>,
  aStart: number,
  b: ArrayLike<number>,
  bStart: number,
  length: number,
): number {
  const sums = new Float64Array(8);
  const whole = length - (length % 8);
  for (let i = 0; i < whole; i++) sums[i % 8]! += (a[aStart + i]! - b[bStart + i]!) ** 2;
  const ofLane = (lane: number) => sums[lane]! + sums[lane + 2]! + (sums[lane + 4]! + sums[lane + 6]!);
  let sum = ofLane(0) + ofLane(1);
  for (let i = whole; i < length; i++) sum += (a[aStart + i]! - b[bStart + i]!) ** 2;
  return sum;
}
