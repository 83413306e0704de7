import type { ComputeRun } from '../pool/open-pool.ts';
import type { WorkerPool } from '../pool/worker-pool.ts';
import { type LongRun, type SampleMatrix, type Samples, sampleMatrix } from '../samples.ts';
import { requireType, requireWeights } from './difference-weights.ts';
import type { Neighbors } from './neighbors.ts';
import { type NeighborIndex, openIndex } from './open-index.ts';
import { orderSamples } from './ordered-samples.ts';
import { searchedKind } from './placed-samples.ts';
import { placeSpace } from './placed-space.ts';
import { prepareReferences, type References } from './references.ts';
import { BYTES } from './sample-kind.ts';
import { searchReferences } from './search-references.ts';

/** How features count in the distances of `createNeighborIndex`, and what it computes with. */
export interface NeighborIndexOptions extends ComputeRun {
  /** By how much the difference of each feature counts: 0, or `1e-15..1e15`; of bytes only. @default all 1 */
  readonly weights?: Float64Array | undefined;
}

/**
 * Prepares references for exact nearest-neighbour search by filter and refine: lower bounds in up to 152 principal
 * coordinates, at four levels of detail, leave few candidates, whose distances are computed in full.
 *
 * @param references - Shape `[referenceCount, ...featureShape]`, at least one; borrowed during the call.
 * @param options.pool - Where to compute; else the index has a pool of its own until it is disposed.
 * @throws {KernelsError} `E_SHAPE`; `E_NOT_FINITE`; `E_COUNT` - no reference; `E_MEMORY`; `E_WORKER`.
 * @throws the signal's reason, when aborted.
 * @remarks The same bytes on any number of threads. Stage: `project` (samples); searches add `search` (queries).
 *   Distances of bytes are exact. Those of floats and of
 *   weighted bytes are summed in float64 and rounded to float32, and ordered so. Weighted bytes are compared with bytes
 *   only. Memory:
 *   the samples twice while they are ordered, then once, and 1 kB for each. Time: for pictures, about N^1.6; for noise, N^2.
 * @see Seidl & Kriegel 1998, "Optimal multi-step k-nearest neighbor search"
 */
export async function createNeighborIndex(
  references: Samples,
  { weights, ...run }: NeighborIndexOptions = {},
): Promise<NeighborIndex> {
  const matrix = sampleMatrix('references', references);
  requireWeights(weights, matrix);
  return openIndex(matrix, run, async (pool, region) => {
    const prepared = await prepareReferences(pool, region, matrix, weights, run);
    return async (queries, neighborCount, searchRun) => {
      if (weights !== undefined) requireType(queries, false);
      return searchFor(pool, queries, prepared, neighborCount, searchRun);
    };
  });
}

async function searchFor(
  pool: WorkerPool,
  queries: SampleMatrix,
  references: References,
  neighborCount: number,
  run: LongRun,
): Promise<Neighbors> {
  const own = references.samples.kind;
  const kind = own === BYTES ? searchedKind(queries, undefined) : own;
  const region = pool.region();
  try {
    const space =
      kind === own ? references.placedSpace : await placeSpace(pool, region, references.space, kind);
    const ordered = await orderSamples(pool, region, queries, space, kind, run);
    return await searchReferences(pool, ordered, references, neighborCount, run);
  } finally {
    region.release();
  }
}
