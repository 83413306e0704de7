import { reportProgress } from '@fashion-mnist/core';
import { command } from '../../compute/command.ts';
import type { Region, WorkerPool } from '../../pool/worker-pool.ts';
import type { LongRun } from '../../samples.ts';
import { neighborLists } from '../neighbor-lists.ts';
import type { Neighbors } from '../neighbors.ts';
import type { OrderedSums, PlacedSumSpace } from './ordered-sums.ts';

/** References whose sums are there, side by side. */
export interface SummedReferences {
  readonly sums: OrderedSums;
  readonly panels: number;
  /** The greatest of all. */
  readonly fineError: number;
  readonly coarseError: number;
}

const PANEL = 16;
const ROUGH_COUNT = 16;
const PANEL_GRAIN = 64;
const QUERIES_AT_ONCE = 4;
/** Errors are rounded to float32 themselves. */
const ROUNDED_UP = 1 + 2 ** -20;

export async function packReferences(
  pool: WorkerPool,
  region: Region,
  { space, roughOf }: PlacedSumSpace,
  sums: OrderedSums,
  { signal }: LongRun,
): Promise<SummedReferences> {
  const { sampleCount, coarse } = sums;
  const { coarseCount } = space.groups;
  const panelCount = Math.ceil(sampleCount / PANEL);
  const panels = region.alloc(panelCount * (ROUGH_COUNT + coarseCount) * PANEL * 2);
  const work = { total: panelCount, grain: PANEL_GRAIN };
  await pool.submit([command('packCoarsePanels', work, coarse, sampleCount, coarseCount, roughOf, panels)], {
    signal,
  });
  const errors = await pool.read(Float32Array, sums.errors, sampleCount * 2);
  const greatest = (place: number) =>
    errors.reduce((most, error, i) => (i % 2 === place ? Math.max(most, error) : most), 0) * ROUNDED_UP;
  return { sums, panels, fineError: greatest(0), coarseError: greatest(1) };
}

/** The nearest references of every query. */
export async function searchSums(
  pool: WorkerPool,
  placed: PlacedSumSpace,
  queries: OrderedSums,
  { sums, panels, fineError, coarseError }: SummedReferences,
  neighborCount: number,
  { signal, onProgress }: LongRun,
): Promise<Neighbors> {
  const { sampleCount: total } = queries;
  const { kind, featureCount, weights, weights16, steps, roughOf, space } = placed;
  const { fineCount, coarseCount } = space.groups;
  return neighborLists(pool, total, neighborCount, async (indices, distances) => {
    const search = command(
      'searchManhattan',
      { total: Math.ceil(total / QUERIES_AT_ONCE), grain: 1 },
      ...([queries.samples, queries.order, queries.fine, queries.coarse, queries.errors, total] as const),
      ...([sums.samples, sums.order, sums.fine, panels, fineError, coarseError, sums.sampleCount] as const),
      ...([
        kind,
        featureCount,
        weights,
        weights16,
        steps,
        fineCount,
        coarseCount,
        roughOf,
        space.unit,
      ] as const),
      ...([neighborCount, indices, distances] as const),
    );
    const report = (completed: number) =>
      reportProgress(onProgress, { stage: 'search', completed, total, unit: 'queries' });
    const onItems = (blocks: number) => report(Math.min(blocks * QUERIES_AT_ONCE, total));
    await pool.submit([search], { signal, onItems });
    report(total);
  });
}
