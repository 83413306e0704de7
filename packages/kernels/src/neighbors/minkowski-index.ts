import { reportProgress } from '@fashion-mnist/core';
import { command } from '../compute/command.ts';
import { KernelsError } from '../errors.ts';
import type { ComputeRun } from '../pool/open-pool.ts';
import { place } from '../products/place.ts';
import { type Samples, sampleMatrix } from '../samples.ts';
import { requireType, requireWeights } from './difference-weights.ts';
import { neighborLists } from './neighbor-lists.ts';
import { type NeighborIndex, openIndex, type SearchReferences } from './open-index.ts';
import { FLOATS, sampleKind } from './sample-kind.ts';

/** What distance is to `createMinkowskiIndex`, and what it computes with. */
export interface MinkowskiIndexOptions extends ComputeRun {
  /** The exponent p of the distance, at least 1. */
  readonly exponent: number;
  /** By how much the difference of each feature counts: 0, or `1e-15..1e15`; of bytes only. @default all 1 */
  readonly weights?: Float64Array | undefined;
}

/**
 * References for exact nearest-neighbour search in Minkowski distance, the p-th root of the sum of the p-th powers of
 * absolute differences. Everything is measured; for the exponents 1 and 2 the indexes made for them are far faster.
 *
 * @param references - Shape `[referenceCount, ...featureShape]`, at least one; borrowed during the call.
 * @param options.pool - Where to compute; else the index has a pool of its own until it is disposed.
 * @throws {KernelsError} `E_SHAPE`; `E_NOT_FINITE`; `E_COUNT` - no reference, or the exponent is below 1; `E_MEMORY`;
 *   `E_WORKER`.
 * @throws the signal's reason, when aborted.
 * @remarks Queries are of the references' type, bytes or float32. The same bytes on any number of threads. Stage:
 *   `search` (queries). Time: bytes take a look into a table for each difference, float32 a power.
 */
export async function createMinkowskiIndex(
  references: Samples,
  { exponent, weights, ...run }: MinkowskiIndexOptions,
): Promise<NeighborIndex> {
  if (!Number.isFinite(exponent) || exponent < 1)
    throw new KernelsError('E_COUNT', `exponent: expected a number >= 1, got ${exponent}`);
  const matrix = sampleMatrix('references', references);
  requireWeights(weights, matrix);
  const { data, sampleCount, featureCount } = matrix;
  return openIndex(matrix, run, async (pool, region) => {
    const kind = sampleKind(matrix, weights);
    const factors = (weights ?? new Float64Array(featureCount).fill(1)).map((weight) => weight ** exponent);
    const powers = Float64Array.from({ length: 256 }, (_, difference) => difference ** exponent);
    const [rows, factorsAt, powersAt] = await place(pool, region, [data, factors, powers]);

    const search: SearchReferences = async (queries, neighborCount, { signal, onProgress }) => {
      requireType(queries, kind === FLOATS);
      const total = queries.sampleCount;
      const temporary = pool.region();
      try {
        const [queryRows] = await place(pool, temporary, [queries.data]);
        return await neighborLists(pool, total, neighborCount, async (indices, distances) => {
          const searching = command(
            'searchMinkowski',
            { total, grain: 1 },
            ...([queryRows, rows, sampleCount, kind, featureCount, factorsAt, powersAt, exponent] as const),
            ...([neighborCount, indices, distances] as const),
          );
          const report = (completed: number) =>
            reportProgress(onProgress, { stage: 'search', completed, total, unit: 'queries' });
          await pool.submit([searching], { signal, onItems: report });
          report(total);
        });
      } finally {
        temporary.release();
      }
    };
    return search;
  });
}
