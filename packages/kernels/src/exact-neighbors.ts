import { createNeighborIndex, type SearchOptions } from './neighbor-index.ts';
import type { Neighbors } from './neighbors.ts';
import type { Samples } from './samples.ts';

export interface ExactNeighborsOptions extends SearchOptions {}

/**
 * The exact nearest neighbours of each sample among all samples, itself first (duplicates may come before it): the
 * k-nearest-neighbour graph. For queries against other references, see `createNeighborIndex`.
 *
 * @param samples - Shape `[sampleCount, ...featureShape]`; borrowed.
 * @throws {KernelsError} `E_SHAPE`; `E_NOT_FINITE`; `E_COUNT` - not that many samples.
 * @throws the signal's reason, when aborted.
 */
export async function exactNeighbors(samples: Samples, options: ExactNeighborsOptions): Promise<Neighbors> {
  const index = await createNeighborIndex(samples, options);
  return index.search(samples, options);
}
