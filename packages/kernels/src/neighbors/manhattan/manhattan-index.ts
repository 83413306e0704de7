import type { ComputeRun } from '../../pool/open-pool.ts';
import { type Samples, sampleMatrix } from '../../samples.ts';
import { requireType, requireWeights } from '../difference-weights.ts';
import { type NeighborIndex, openIndex } from '../open-index.ts';
import { FLOATS, sampleKind } from '../sample-kind.ts';
import { featureGroups } from './feature-groups.ts';
import { orderSums, placeSumSpace } from './ordered-sums.ts';
import { packReferences, searchSums } from './search-sums.ts';
import { sumSpace } from './sum-space.ts';

/** How features count in the distances of `createManhattanIndex`, and what it computes with. */
export interface ManhattanIndexOptions extends ComputeRun {
  /** By how much the difference of each feature counts: 0, or `1e-15..1e15`; of bytes only. @default all 1 */
  readonly weights?: Float64Array | undefined;
}

/**
 * Prepares references for exact nearest-neighbour search in Manhattan distance, the sum of absolute differences, by
 * filter and refine: sums of groups of neighbouring features give lower bounds, which leave few candidates.
 *
 * @param references - Shape `[referenceCount, ...featureShape]`, at least one; borrowed during the call.
 * @param options.pool - Where to compute; else the index has a pool of its own until it is disposed.
 * @throws {KernelsError} `E_SHAPE`; `E_NOT_FINITE`; `E_COUNT` - no reference; `E_MEMORY`; `E_WORKER`.
 * @throws the signal's reason, when aborted.
 * @remarks Queries are of the references' type, bytes or float32. The same bytes on any number of threads. Stage:
 *   `project` (samples); searches add `search` (queries). Distances are summed in float64, ordered so, and then rounded.
 *   Memory: the samples twice while they are ordered, then once, and for pictures of 28 x 28 pixels 650 bytes for each.
 * @see Seidl & Kriegel 1998, "Optimal multi-step k-nearest neighbor search"
 */
export async function createManhattanIndex(
  references: Samples,
  { weights, ...run }: ManhattanIndexOptions = {},
): Promise<NeighborIndex> {
  const matrix = sampleMatrix('references', references);
  requireWeights(weights, matrix);
  const kind = sampleKind(matrix, weights);
  return openIndex(matrix, run, async (pool, region) => {
    const groups = featureGroups(references.shape.slice(1));
    const space = sumSpace(matrix, groups, weights ?? new Float64Array(matrix.featureCount).fill(1));
    const placed = await placeSumSpace(pool, region, space, kind);
    const sums = await orderSums(pool, region, matrix, placed, run);
    const packed = await packReferences(pool, region, placed, sums, run);
    return async (queries, neighborCount, searchRun) => {
      requireType(queries, kind === FLOATS);
      const temporary = pool.region();
      try {
        const own = await orderSums(pool, temporary, queries, placed, searchRun);
        return await searchSums(pool, placed, own, packed, neighborCount, searchRun);
      } finally {
        temporary.release();
      }
    };
  });
}
