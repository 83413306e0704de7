import type { Samples } from '../samples.ts';
import type { NeighborRow } from './sorted-distances.ts';

/** Sorts all distances: the definition. */
export function sortMinkowskiDistances(
  queries: Samples,
  references: Samples,
  neighborCount: number,
  exponent: number,
  weights?: Float64Array,
): NeighborRow[] {
  const [queryCount = 0] = queries.shape;
  const [referenceCount = 0] = references.shape;
  const length = references.data.length / referenceCount;
  return Array.from({ length: queryCount }, (_, query) => {
    const distances = Array.from({ length: referenceCount }, (__, reference) => {
      let sum = 0;
      for (let i = 0; i < length; i++) {
        const difference = queries.data[query * length + i]! - references.data[reference * length + i]!;
        sum += (Math.abs(difference) * (weights?.[i] ?? 1)) ** exponent;
      }
      return sum ** (1 / exponent);
    });
    const indices = Array.from(distances.keys())
      .toSorted((a, b) => distances[a]! - distances[b]! || a - b)
      .slice(0, neighborCount);
    return { indices, distances: indices.map((index) => Math.fround(distances[index]!)) };
  });
}
