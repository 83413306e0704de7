import { reportProgress } from '@fashion-mnist/core';
import { command } from '../compute/command.ts';
import type { Region, WorkerPool } from '../pool/worker-pool.ts';
import type { LongRun, SampleMatrix } from '../samples.ts';
import { COORDINATES_BYTES, treeSplits } from './balanced-tree.ts';
import { type PlacedSamples, placeSamples } from './placed-samples.ts';
import type { PlacedSpace } from './placed-space.ts';
import { type SampleKind, sampleBytes } from './sample-kind.ts';

/** Samples in the memory of a pool in the order of a tree: those close in memory are close in space. */
export interface OrderedSamples extends PlacedSamples {
  /** `[sampleCount]` int32: where each sample was before. */
  readonly order: number;
  /** `[sampleCount][160]` int16. */
  readonly coordinates: number;
}

const ROW_GRAIN = 512;

/**
 * Projects samples and orders them: a balanced tree splits them by their coordinates down to panels of eight.
 *
 * @param region - Where they stay; what else is needed is given back.
 */
export async function orderSamples(
  pool: WorkerPool,
  region: Region,
  matrix: SampleMatrix,
  space: PlacedSpace,
  kind: SampleKind,
  { signal, onProgress }: LongRun,
): Promise<OrderedSamples> {
  const { sampleCount: total, featureCount } = matrix;
  const rowBytes = sampleBytes(kind, featureCount);
  const order = region.alloc(total * 4);
  const [unordered, raw] = [pool.region(), pool.region()];
  try {
    const samples = await placeSamples(pool, raw, matrix, kind);
    const coordinates = unordered.alloc(total * COORDINATES_BYTES);
    const keys = unordered.alloc(total * 4);
    await pool.write(
      order,
      new Int32Array(total).map((_, index) => index),
    );
    const pointer = region.alloc(total * rowBytes);
    const projection = space.project(samples, coordinates);
    const report = (completed: number) =>
      reportProgress(onProgress, { stage: 'project', completed, total, unit: 'samples' });
    const rows = { total, grain: ROW_GRAIN };
    const gathering = command('gatherRows', rows, samples.pointer, order, rowBytes, pointer);
    const commands = [projection, ...treeSplits(coordinates, order, keys, total), gathering];
    await pool.submit(commands, { signal, onItems: report, tracked: projection });
    report(total);
    raw.release();

    const ordered = region.alloc(total * COORDINATES_BYTES);
    await pool.submit([command('gatherRows', rows, coordinates, order, COORDINATES_BYTES, ordered)]);
    return { ...samples, pointer, order, coordinates: ordered };
  } finally {
    unordered.release();
    raw.release();
  }
}
