import type { Neighbors } from '../neighbors/neighbors.ts';
import type { Samples } from '../samples.ts';

/** Neighbours row by row, as plain numbers. */
export interface NeighborRow {
  readonly indices: readonly number[];
  readonly distances: readonly number[];
}

/** Sorts all distances: the definition. Those of floats and of weighted bytes are rounded to float32 before. */
export function sortAllDistances(
  queries: Samples,
  references: Samples,
  neighborCount: number,
  some: readonly number[] = Array.from({ length: queries.shape[0] ?? 0 }, (_, query) => query),
  weights?: Float64Array,
): NeighborRow[] {
  const [referenceCount = 0] = references.shape;
  const length = references.data.length / referenceCount;
  const areBytes =
    weights === undefined && queries.data instanceof Uint8Array && references.data instanceof Uint8Array;
  const factors = weights ?? new Float64Array(length).fill(1);
  return some.map((query) => {
    const distances = Float64Array.from({ length: referenceCount }, (_, reference) => {
      const square = squaredDistance(
        queries.data,
        query * length,
        references.data,
        reference * length,
        factors,
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
  weights: Float64Array,
): number {
  const sums = new Float64Array(8);
  const square = (i: number) => {
    const difference = (a[aStart + i]! - b[bStart + i]!) * weights[i]!;
    return difference * difference;
  };
  const whole = weights.length - (weights.length % 8);
  for (let i = 0; i < whole; i++) sums[i % 8]! += square(i);
  const ofLane = (lane: number) => sums[lane]! + sums[lane + 2]! + (sums[lane + 4]! + sums[lane + 6]!);
  let sum = ofLane(0) + ofLane(1);
  for (let i = whole; i < weights.length; i++) sum += square(i);
  return sum;
}
