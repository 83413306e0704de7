import { KernelsError } from './errors.ts';
import { lowerBoundSpace } from './lower-bound-space.ts';
import type { Neighbors } from './neighbors.ts';
import { type LongRun, type SampleMatrix, type Samples, sampleMatrix } from './samples.ts';
import { searchNeighbors } from './search-neighbors.ts';

export interface SearchOptions extends LongRun {
  /** Neighbours per query, `1..referenceCount`. */
  readonly neighborCount: number;
}

/** References prepared for exact nearest-neighbour search. */
export interface NeighborIndex {
  readonly referenceCount: number;
  readonly featureCount: number;
  /**
   * The exact nearest neighbours of queries.
   *
   * @param queries - Shape `[queryCount, ...featureShape]`, as many features as the references; borrowed.
   * @throws {KernelsError} `E_SHAPE`; `E_NOT_FINITE`; `E_COUNT` - not that many references.
   * @throws the signal's reason, when aborted.
   */
  search(queries: Samples, options: SearchOptions): Promise<Neighbors>;
}

const AXES = Object.freeze({ coarse: 20, fine: 64 });

/**
 * Prepares references for exact nearest-neighbour search by filter and refine: lower bounds in 20, then in 64
 * principal coordinates leave few candidates, whose distances are computed in full, nearest bound first.
 *
 * @param references - Shape `[referenceCount, ...featureShape]`, at least one; borrowed, and kept.
 * @throws {KernelsError} `E_SHAPE`; `E_NOT_FINITE`; `E_COUNT` - no reference.
 * @throws the signal's reason, when aborted.
 * @remarks Stage: `project` (samples); searches add `search` (queries).
 * @see Seidl & Kriegel 1998, "Optimal multi-step k-nearest neighbor search"
 */
export async function createNeighborIndex(references: Samples, run: LongRun = {}): Promise<NeighborIndex> {
  const matrix = sampleMatrix('references', references);
  const { sampleCount: referenceCount, featureCount } = matrix;
  if (referenceCount === 0) throw new KernelsError('E_COUNT', 'expected at least one reference, got none');
  const axes = { coarse: Math.min(AXES.coarse, featureCount), fine: Math.min(AXES.fine, featureCount) };
  const space = await lowerBoundSpace(matrix, axes, run);
  const target = { matrix, coordinates: await space.coordinates(matrix, run) };

  return {
    referenceCount,
    featureCount,
    search: async (queries, { neighborCount, ...context }) => {
      const source = sampleMatrix('queries', queries);
      requireSearchable(source, matrix, neighborCount);
      const coordinates = await space.coordinates(source, context);
      return searchNeighbors({ matrix: source, coordinates }, target, neighborCount, context);
    },
  };
}

function requireSearchable(queries: SampleMatrix, references: SampleMatrix, neighborCount: number): void {
  if (queries.featureCount !== references.featureCount) {
    throw new KernelsError(
      'E_SHAPE',
      `queries: expected ${references.featureCount} features as the references, got ${queries.featureCount}`,
    );
  }
  if (!Number.isInteger(neighborCount) || neighborCount < 1 || neighborCount > references.sampleCount) {
    throw new KernelsError(
      'E_COUNT',
      `neighborCount: expected 1..${references.sampleCount}, got ${neighborCount}`,
    );
  }
}
