import { KernelsError } from '../errors.ts';
import { createWorkerPool } from '../pool/create-worker-pool.ts';
import { createInlinePool } from '../pool/inline-pool.ts';
import type { ComputeRun } from '../pool/open-pool.ts';
import type { WorkerPool } from '../pool/worker-pool.ts';
import { type LongRun, type SampleMatrix, type Samples, sampleMatrix } from '../samples.ts';
import type { Neighbors } from './neighbors.ts';
import { orderSamples } from './ordered-samples.ts';
import { areSearchedAsBytes } from './placed-samples.ts';
import { placeSpace } from './placed-space.ts';
import { prepareReferences, type References } from './references.ts';
import { requireNeighborCount } from './require-neighbor-count.ts';
import { searchReferences } from './search-references.ts';

export interface SearchOptions extends LongRun {
  /** Neighbours per query, `1..referenceCount`. */
  readonly neighborCount: number;
}

/** References prepared for exact nearest-neighbour search, in the memory of a pool. */
export interface NeighborIndex {
  readonly referenceCount: number;
  readonly featureCount: number;
  /**
   * The exact nearest neighbours of queries.
   *
   * @param queries - Shape `[queryCount, ...featureShape]`, as many features as the references; borrowed.
   * @throws {KernelsError} `E_SHAPE`; `E_NOT_FINITE`; `E_COUNT` - not that many references; `E_MEMORY`; `E_WORKER` - the
   *   index is disposed.
   * @throws the signal's reason, when aborted.
   */
  search(queries: Samples, options: SearchOptions): Promise<Neighbors>;
  /** Waits for searches that are under way, gives back the memory, and ends the index's own threads. */
  dispose(): Promise<void>;
}

/** Up to so many values, starting threads takes longer than a search. */
const SMALL = 2 ** 20;

/**
 * Prepares references for exact nearest-neighbour search by filter and refine: lower bounds in up to 152 principal
 * coordinates, at four levels of detail, leave few candidates, whose distances are computed in full.
 *
 * @param references - Shape `[referenceCount, ...featureShape]`, at least one; borrowed during the call.
 * @param run.pool - Where to compute; else the index has a pool of its own until it is disposed.
 * @throws {KernelsError} `E_SHAPE`; `E_NOT_FINITE`; `E_COUNT` - no reference; `E_MEMORY`; `E_WORKER`.
 * @throws the signal's reason, when aborted.
 * @remarks The same bytes on any number of threads. Stage: `project` (samples); searches add `search` (queries).
 *   Distances of bytes are exact. Those of floats are summed in float64 and rounded to float32, and ordered so. Memory:
 *   the samples twice while they are ordered, then once, and 1 kB for each. Time: for pictures, about N^1.6; for noise, N^2.
 * @see Seidl & Kriegel 1998, "Optimal multi-step k-nearest neighbor search"
 */
export async function createNeighborIndex(references: Samples, run: ComputeRun = {}): Promise<NeighborIndex> {
  const matrix = sampleMatrix('references', references);
  const pool = run.pool ?? (await ownPool(matrix, run));
  const region = pool.region();
  const dispose = async () => {
    region.release();
    if (run.pool === undefined) await pool.dispose();
  };
  try {
    const prepared = await prepareReferences(pool, region, matrix, run);
    return indexOf(pool, prepared, dispose);
  } catch (error) {
    await dispose();
    throw error;
  }
}

function ownPool({ sampleCount, featureCount }: SampleMatrix, { threads }: ComputeRun): Promise<WorkerPool> {
  return sampleCount * featureCount <= SMALL ? createInlinePool() : createWorkerPool({ threads });
}

function indexOf(pool: WorkerPool, references: References, release: () => Promise<void>): NeighborIndex {
  const { sampleCount, featureCount } = references.samples;
  const searches = new Set<Promise<unknown>>();
  let isDisposed = false;
  return {
    referenceCount: sampleCount,
    featureCount,
    async search(queries, { neighborCount, ...run }) {
      const matrix = sampleMatrix('queries', queries);
      if (isDisposed)
        throw new KernelsError('E_WORKER', 'expected an index in use, got one that is disposed');
      requireFeatures(matrix, featureCount);
      requireNeighborCount(neighborCount, sampleCount);
      const search = searchFor(pool, matrix, references, neighborCount, run);
      searches.add(search);
      return search.finally(() => searches.delete(search));
    },
    async dispose() {
      if (isDisposed) return;
      isDisposed = true;
      await Promise.allSettled(searches);
      await release();
    },
  };
}

async function searchFor(
  pool: WorkerPool,
  queries: SampleMatrix,
  references: References,
  neighborCount: number,
  run: LongRun,
): Promise<Neighbors> {
  const areFloats = references.samples.areFloats || !areSearchedAsBytes(queries);
  const isOwnType = areFloats === references.samples.areFloats;
  const region = pool.region();
  try {
    const space = isOwnType
      ? references.placedSpace
      : await placeSpace(pool, region, references.space, areFloats);
    const ordered = await orderSamples(pool, region, queries, space, areFloats, run);
    return await searchReferences(pool, ordered, references, neighborCount, run);
  } finally {
    region.release();
  }
}

function requireFeatures({ featureCount }: SampleMatrix, expected: number): void {
  if (featureCount !== expected) {
    throw new KernelsError(
      'E_SHAPE',
      `queries: expected ${expected} features as the references, got ${featureCount}`,
    );
  }
}
