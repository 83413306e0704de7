import type { NeighborGraph } from './nearest.ts';

export interface VoteOptions {
  /** Neighbours that vote, at most as many as the graph has. */
  readonly k: number;
  readonly classCount: number;
}

/**
 * The vote of every image's neighbours about its class; a neighbour counts by the inverse of its distance, and where
 * some are identical only they count.
 *
 * @param labels - One per id.
 * @returns Shape `[count, classCount]`; rows add up to 1. No image has a vote on itself.
 * @see scikit-learn, KNeighborsClassifier with weights='distance'
 */
export function weightedVote(
  graph: NeighborGraph,
  labels: Uint8Array,
  { k, classCount }: VoteOptions,
): Float32Array {
  const votes = new Float32Array(labels.length * classCount);
  const row = new Float64Array(classCount);
  for (let id = 0; id < labels.length; id++) {
    const [from, to] = [id * graph.k, id * graph.k + Math.min(k, graph.k)];
    const hasTwin = graph.distances[from] === 0;
    let sum = 0;
    row.fill(0);
    for (let place = from; place < to; place++) {
      const distance = graph.distances[place] ?? 0;
      const weight = hasTwin ? Number(distance === 0) : 1 / distance;
      const label = labels[graph.ids[place] ?? 0] ?? 0;
      row[label] = (row[label] ?? 0) + weight;
      sum += weight;
    }
    for (let label = 0; label < classCount; label++) votes[id * classCount + label] = (row[label] ?? 0) / sum;
  }
  return votes;
}
