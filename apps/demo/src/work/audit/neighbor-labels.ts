import type { NeighborGraph } from '../neighbors/nearest.ts';

/**
 * The labels of the neighbours of some images.
 *
 * @param labels - Of all ids.
 * @returns Shape `[ids.length, graph.k]`.
 */
export function neighborLabelsOf(graph: NeighborGraph, labels: Uint8Array, ids: Uint32Array): Uint8Array {
  const near = new Uint8Array(ids.length * graph.k);
  for (let at = 0; at < near.length; at++) {
    const id = ids[Math.floor(at / graph.k)] ?? 0;
    near[at] = labels[graph.ids[id * graph.k + (at % graph.k)] ?? 0] ?? 0;
  }
  return near;
}
