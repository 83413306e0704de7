import type { Neighbors } from './neighbors.ts';

/** Which pairs `nearestPairs` lists. */
export interface NearestPairsOptions {
  /** How many of each sample's nearest others are considered, at least 1. @default Infinity - all that there are */
  readonly neighborCount?: number | undefined;
  /** Pairs farther apart are left out, in the distance of the neighbours. @default Infinity */
  readonly maxDistance?: number | undefined;
  /** Pairs at most, the closest. @default Infinity */
  readonly limit?: number | undefined;
}

/** Two samples that are near each other. */
export interface NearestPair {
  /** The smaller position. */
  readonly first: number;
  readonly second: number;
  readonly distance: number;
}

/**
 * The closest pairs of samples, each once, closest first; equally close ones in the order of the samples.
 *
 * @param neighbors - Of each sample among all samples, as of `exactNeighbors`; a sample in its own list is passed over.
 * @remarks O(n log n) of what lies within reach. A pair is found when either is among the nearest of the other.
 */
export function nearestPairs(
  { indices, distances }: Neighbors,
  { neighborCount = Infinity, maxDistance = Infinity, limit = Infinity }: NearestPairsOptions = {},
): readonly NearestPair[] {
  const [sampleCount = 0, listed = 0] = indices.shape;
  const reach = Math.min(maxDistance, reachOf(distances.data, 2 * limit + sampleCount));
  const pairs = new Map<number, NearestPair>();
  for (let sample = 0; sample < sampleCount; sample++) {
    let others = 0;
    for (let at = sample * listed; at < (sample + 1) * listed && others < neighborCount; at++) {
      const other = indices.data[at]!;
      const distance = distances.data[at]!;
      if (distance > reach) break;
      if (other === sample) continue;
      others++;
      const [first, second] = sample < other ? [sample, other] : [other, sample];
      pairs.set(first * sampleCount + second, { first, second, distance });
    }
  }
  return [...pairs.values()]
    .toSorted((a, b) => a.distance - b.distance || a.first - b.first || a.second - b.second)
    .slice(0, limit);
}

/** A pair stands in the lists twice at most, and a sample once in its own: so many entries hold the closest pairs. */
function reachOf(distances: Float32Array, entries: number): number {
  return entries < distances.length ? distances.toSorted()[entries - 1]! : Infinity;
}
