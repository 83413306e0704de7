import type { Heap } from '../../compute/heap.ts';
import type { NeighborsKernels } from '../../kernels-of/neighbors.ts';

const BLOCK = 256;
const PARTIAL_SUMS = 8;
const BYTES = 0;
const WEIGHTED = 1;
const FLOATS = 2;

/** One of the references, and how far it is from a query. */
interface Candidate {
  readonly name: number;
  readonly distance: number;
}

/** Measures everything: the definition. */
export function neighborSearchTwins(heap: Heap): Pick<NeighborsKernels, 'searchNeighbors'> {
  return {
    searchNeighbors(
      queries,
      queryOrder,
      _queryCoordinates,
      queryCount,
      references,
      referenceOrder,
      referenceCount,
      _panels,
      _panelNorms,
      _centres,
      _centreNorms,
      _balls,
      _ballSize,
      featureCount,
      kind,
      weights,
      _weights32,
      _scale,
      _slack,
      neighborCount,
      indices,
      distances,
      begin,
      end,
    ) {
      const { u8, i32, f32, f64 } = heap;
      const rowOf = (pointer: number, row: number) => {
        const start = (kind === FLOATS ? pointer / 4 : pointer) + row * featureCount;
        return (kind === FLOATS ? f32 : u8).subarray(start, start + featureCount);
      };
      const weightAt = (i: number) => (kind === WEIGHTED ? f64[weights / 8 + i]! : 1);
      const measure = (a: ArrayLike<number>, b: ArrayLike<number>) =>
        kind === BYTES ? squaredByteDistance(a, b) : roundedDistance(a, b, weightAt);
      for (let query = begin * BLOCK; query < Math.min(end * BLOCK, queryCount); query++) {
        const candidates = Array.from({ length: referenceCount }, (_, reference) => ({
          name: i32[referenceOrder / 4 + reference]!,
          distance: measure(rowOf(queries, query), rowOf(references, reference)),
        }));
        const first = i32[queryOrder / 4 + query]! * neighborCount;
        nearest(candidates, neighborCount).forEach(({ name, distance }, place) => {
          i32[indices / 4 + first + place] = name;
          f32[distances / 4 + first + place] = kind === BYTES ? Math.sqrt(distance) : distance;
        });
      }
    },
  };
}

function nearest(candidates: readonly Candidate[], count: number): Candidate[] {
  return candidates.toSorted((a, b) => a.distance - b.distance || a.name - b.name).slice(0, count);
}

function squaredByteDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) ** 2;
  return sum;
}

function roundedDistance(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  weightAt: (i: number) => number,
): number {
  const sums = new Float64Array(PARTIAL_SUMS);
  const whole = a.length - (a.length % PARTIAL_SUMS);
  const square = (i: number) => {
    const difference = (a[i]! - b[i]!) * weightAt(i);
    return difference * difference;
  };
  for (let i = 0; i < whole; i++) sums[i % PARTIAL_SUMS]! += square(i);
  const pair = (lane: number) => sums[lane]! + sums[lane + 2]! + (sums[lane + 4]! + sums[lane + 6]!);
  let sum = pair(0) + pair(1);
  for (let i = whole; i < a.length; i++) sum += square(i);
  return Math.fround(Math.sqrt(sum));
}
