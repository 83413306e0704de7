import { KernelsError } from '../errors.ts';
import { createWorkerPool } from '../pool/create-worker-pool.ts';
import { createInlinePool } from '../pool/inline-pool.ts';
import type { ComputeRun } from '../pool/open-pool.ts';
import type { Region, WorkerPool } from '../pool/worker-pool.ts';
import { type LongRun, type SampleMatrix, type Samples, sampleMatrix } from '../samples.ts';
import type { Neighbors } from './neighbors.ts';
import { requireNeighborCount } from './require-neighbor-count.ts';

/** How many neighbours a search finds, and who is told of its progress. */
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

/** Finds the nearest references of queries that fit these. */
export type SearchReferences = (
  queries: SampleMatrix,
  neighborCount: number,
  run: LongRun,
) => Promise<Neighbors>;

/** Up to so many values, starting threads takes longer than a search. */
const SMALL = 2 ** 20;

/**
 * An index that lives in a region of a pool until it is disposed.
 *
 * @param prepare - Puts what a search needs into the region.
 * @throws {KernelsError} `E_COUNT` - no reference.
 */
export async function openIndex(
  references: SampleMatrix,
  run: ComputeRun,
  prepare: (pool: WorkerPool, region: Region) => Promise<SearchReferences>,
): Promise<NeighborIndex> {
  if (references.sampleCount === 0)
    throw new KernelsError('E_COUNT', 'expected at least one reference, got none');
  const pool = run.pool ?? (await ownPool(references, run));
  const region = pool.region();
  const release = async () => {
    region.release();
    if (run.pool === undefined) await pool.dispose();
  };
  try {
    return indexOf(references, await prepare(pool, region), release);
  } catch (error) {
    await release();
    throw error;
  }
}

function ownPool({ data }: SampleMatrix, { threads }: ComputeRun): Promise<WorkerPool> {
  return data.length <= SMALL ? createInlinePool() : createWorkerPool({ threads });
}

function indexOf(
  { sampleCount, featureCount }: SampleMatrix,
  searchFor: SearchReferences,
  release: () => Promise<void>,
): NeighborIndex {
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
      const search = searchFor(matrix, neighborCount, run);
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

function requireFeatures({ featureCount }: SampleMatrix, expected: number): void {
  if (featureCount !== expected)
    throw new KernelsError(
      'E_SHAPE',
      `queries: expected ${expected} features as the references, got ${featureCount}`,
    );
}
