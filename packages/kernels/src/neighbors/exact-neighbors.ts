import type { ComputeRun } from '../pool/open-pool.ts';
import { withPool } from '../pool/with-pool.ts';
import { type Samples, sampleMatrix } from '../samples.ts';
import type { Neighbors } from './neighbors.ts';
import { prepareReferences } from './references.ts';
import { requireNeighborCount } from './require-neighbor-count.ts';
import { searchReferences } from './search-references.ts';

/** How many neighbours `exactNeighbors` finds, and what it computes with. */
export interface ExactNeighborsOptions extends ComputeRun {
  /** Neighbours per sample, itself included, `1..sampleCount`. */
  readonly neighborCount: number;
}

/** What it takes to project a sample, and to look at another one. */
const OPERATIONS = Object.freeze({ perFeature: 152, perPair: 16 });

/**
 * The exact nearest neighbours of each sample among all samples, itself first (duplicates may come before it): the
 * k-nearest-neighbour graph. For queries against other references, see `createNeighborIndex`.
 *
 * @param samples - Shape `[sampleCount, ...featureShape]`; borrowed.
 * @throws {KernelsError} `E_SHAPE`; `E_NOT_FINITE`; `E_COUNT` - not that many samples; `E_MEMORY`; `E_WORKER`.
 * @throws the signal's reason, when aborted.
 * @remarks The same bytes on any number of threads. Stages: `project` (samples), `search` (queries).
 */
export async function exactNeighbors(
  samples: Samples,
  { neighborCount, ...run }: ExactNeighborsOptions,
): Promise<Neighbors> {
  const matrix = sampleMatrix('samples', samples);
  const { sampleCount, featureCount } = matrix;
  requireNeighborCount(neighborCount, sampleCount);
  const work = sampleCount * (OPERATIONS.perFeature * featureCount + OPERATIONS.perPair * sampleCount);
  return withPool(run, work, async (pool) => {
    const region = pool.region();
    try {
      const references = await prepareReferences(pool, region, matrix, undefined, run);
      return await searchReferences(pool, references.samples, references, neighborCount, run);
    } finally {
      region.release();
    }
  });
}
