import { reportProgress } from '@fashion-mnist/core';
import { command } from '../compute/command.ts';
import type { WorkerPool } from '../pool/worker-pool.ts';
import type { LongRun } from '../samples.ts';
import type { Neighbors } from './neighbors.ts';
import type { OrderedSamples } from './ordered-samples.ts';
import { asFloats } from './placed-samples.ts';
import type { References } from './references.ts';
import { FLOATS } from './sample-kind.ts';

const QUERIES_AT_ONCE = 256;

/** The nearest references of every query. Bytes and floats are compared as floats. */
export async function searchReferences(
  pool: WorkerPool,
  queries: OrderedSamples,
  references: References,
  neighborCount: number,
  { signal, onProgress }: LongRun,
): Promise<Neighbors> {
  const { sampleCount: queryCount, featureCount, kind } = queries;
  const region = pool.region();
  try {
    const listBytes = queryCount * neighborCount * 4;
    const [indices, distances] = [region.alloc(listBytes), region.alloc(listBytes)];
    const { order, sampleCount } = references.samples;
    const rows = kind === FLOATS ? await asFloats(pool, region, references.samples) : references.samples;
    const { panels, panelNorms, centres, centreNorms, balls, ballSize, space, weights, weights32 } =
      references;
    const search = command(
      'searchNeighbors',
      { total: Math.ceil(queryCount / QUERIES_AT_ONCE), grain: 1 },
      ...([queries.pointer, queries.order, queries.coordinates, queryCount] as const),
      ...([rows.pointer, order, sampleCount] as const),
      ...([panels, panelNorms, centres, centreNorms, balls, ballSize] as const),
      ...([
        featureCount,
        kind,
        weights,
        weights32,
        space.scale * space.resolution,
        space.slack,
        neighborCount,
        indices,
        distances,
      ] as const),
    );
    const report = (completed: number) =>
      reportProgress(onProgress, { stage: 'search', completed, total: queryCount, unit: 'queries' });
    await pool.submit([search], {
      signal,
      onItems: (blocks) => report(Math.min(blocks * QUERIES_AT_ONCE, queryCount)),
    });
    report(queryCount);
    const shape = [queryCount, neighborCount];
    const length = queryCount * neighborCount;
    return {
      indices: { data: await pool.read(Int32Array, indices, length), shape },
      distances: { data: await pool.read(Float32Array, distances, length), shape },
    };
  } finally {
    region.release();
  }
}
