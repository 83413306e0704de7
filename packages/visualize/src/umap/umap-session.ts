import { createCheckpoint, reportProgress } from '@fashion-mnist/core';
import {
  exactNeighbors,
  KernelsError,
  type LongRun,
  openPool,
  type Region,
  type Samples,
  type WorkerPool,
} from '@fashion-mnist/kernels';
import type { ProjectionSession } from '../session.ts';
import { type Descent, startDescent } from './descent.ts';
import { fitCurve } from './fit-curve.ts';
import { fuzzyGraph } from './fuzzy-graph.ts';
import { intersectLabels } from './intersect-labels.ts';
import { type FinishedMap, placeNewPoints } from './place-new-points.ts';
import { startPositions } from './start-positions.ts';
import { type UmapOptions, type UmapSettings, umapSettings } from './umap-options.ts';
import type { UmapProjection } from './umap-projection.ts';

/** A UMAP map under way. */
export interface UmapSession extends ProjectionSession {
  readonly method: 'umap';
  run(run?: LongRun): Promise<UmapProjection>;
}

/**
 * Prepares a UMAP map, to be watched, paused and gone on with: finds neighbours and their graph, and places the points
 * at their start.
 *
 * @param samples - As of `umap`; borrowed, and kept for `transform`.
 * @throws as `umap` does.
 * @remarks Stages: those of `exactNeighbors`, then `graph` (samples); a step tells `optimise` (epochs). A step that is
 * aborted leaves the points where the last event found them.
 */
export async function createUmapSession(
  samples: Samples,
  options: Omit<UmapOptions, 'engine' | 'referenceNeighbors'> = {},
): Promise<UmapSession> {
  options.signal?.throwIfAborted();
  const settings = umapSettings(samples, options);
  const { pool, close } = await openPool(options, settings.sampleCount * samples.data.length);
  const region = pool.region();
  try {
    const descent = await prepare(samples, settings, pool, region, { ...options, pool });
    return sessionOf(samples, settings, { pool, region, descent, close });
  } catch (error) {
    region.release();
    await close();
    throw error;
  }
}

async function prepare(
  samples: Samples,
  settings: UmapSettings,
  pool: WorkerPool,
  region: Region,
  run: UmapOptions,
): Promise<Descent> {
  const { nNeighbors: neighborCount, minDist, spread, labels, targetWeight } = settings;
  const neighbors = settings.neighbors ?? (await exactNeighbors(samples, { ...run, neighborCount }));
  const passing = pool.region();
  try {
    const plain = await fuzzyGraph(pool, passing, neighbors, run);
    const graph =
      labels === undefined ? plain : await intersectLabels(pool, passing, plain, labels, targetWeight, run);
    const start = await startPositions(pool, samples, graph, settings, run);
    const descentSettings = { ...settings, curve: fitCurve(minDist, spread) };
    return await startDescent(pool, region, graph, start, descentSettings, run);
  } finally {
    passing.release();
  }
}

interface Workspace {
  readonly pool: WorkerPool;
  readonly region: Region;
  readonly descent: Descent;
  close(): Promise<void>;
}

function sessionOf(
  samples: Samples,
  settings: UmapSettings,
  { pool, region, descent, close }: Workspace,
): UmapSession {
  const { coordinates, epochsPerSubmit, advance } = descent;
  const { sampleCount, epochCount: total } = settings;
  const valueCount = 2 * sampleCount;
  let completed = 0;
  let isDisposed = false;

  function requireOpen(): void {
    if (isDisposed)
      throw new KernelsError('E_WORKER', 'expected a session at work, got one that is disposed');
  }

  async function step(count = 1, { signal, onProgress }: LongRun = {}): Promise<void> {
    requireOpen();
    const checkpoint = createCheckpoint(signal);
    const last = Math.min(completed + count, total);
    while (completed < last) {
      await checkpoint();
      const end = Math.min(last, completed + epochsPerSubmit);
      await advance(completed, end, signal);
      completed = end;
      reportProgress(onProgress, { stage: 'optimise', completed, total, unit: 'epochs' });
    }
  }

  const snapshot = async () => {
    requireOpen();
    const data = await pool.read(Float32Array, coordinates, valueCount);
    return { data, shape: [sampleCount, 2] };
  };

  return {
    method: 'umap',
    get completed() {
      return completed;
    },
    total,
    step,
    snapshot,
    view: () => pool.view(Float32Array, coordinates, valueCount),
    async run(run = {}) {
      await step(total, run);
      return projectionOf({ samples, settings, coordinates: await snapshot() });
    },
    async dispose() {
      if (isDisposed) return;
      isDisposed = true;
      region.release();
      await close();
    },
  };
}

function projectionOf(map: FinishedMap): UmapProjection {
  return {
    method: 'umap',
    engine: 'fast',
    coordinates: map.coordinates,
    transform: (newSamples, run) => placeNewPoints(map, newSamples, run),
  };
}
