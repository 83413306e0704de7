import type { NeighborGraph } from '../neighbors/nearest.ts';

/** Two images that are nearly the same. */
export interface NearPair {
  /** The smaller id. */
  readonly first: number;
  readonly second: number;
  readonly distance: number;
}

export interface NearPairsOptions {
  /** How many of each image's neighbours are considered. */
  readonly k: number;
  /** Pairs at most. */
  readonly limit: number;
}

/** The closest pairs of images, each once, closest first; equally close ones by their ids. */
export function nearPairs(graph: NeighborGraph, { k, limit }: NearPairsOptions): readonly NearPair[] {
  const count = graph.ids.length / graph.k;
  const considered = graph.distances.filter((_, at) => at % graph.k < k);
  const farthest = kthSmallest(considered, 2 * limit);
  const pairs = new Map<number, NearPair>();
  graph.ids.forEach((other, at) => {
    const distance = graph.distances[at] ?? 0;
    if (distance > farthest || at % graph.k >= k) return;
    const id = Math.floor(at / graph.k);
    const [first, second] = [Math.min(id, other), Math.max(id, other)];
    pairs.set(first * count + second, { first, second, distance });
  });
  return [...pairs.values()]
    .toSorted((a, b) => a.distance - b.distance || a.first - b.first || a.second - b.second)
    .slice(0, limit);
}

/** A pair stands in a graph twice at most, so the closest pairs are among twice as many entries. */
function kthSmallest(distances: Float32Array, k: number): number {
  return k < distances.length ? (distances.toSorted()[k - 1] ?? Infinity) : Infinity;
}
