import { exactNeighbors, openPool, type Region, type Samples, type WorkerPool } from '@fashion-mnist/kernels';
import { type IteratedSession, iteratedSession } from '../iterated-session.ts';
import { type Descent, startDescent } from './descent.ts';
import { fitCurve } from './fit-curve.ts';
import { fuzzyGraph } from './fuzzy-graph.ts';
import { intersectLabels } from './intersect-labels.ts';
import { type FinishedMap, placeNewPoints } from './place-new-points.ts';
import { startPositions } from './start-positions.ts';
import { type UmapOptions, type UmapSettings, umapSettings } from './umap-options.ts';
import type { UmapProjection } from './umap-projection.ts';

/** A UMAP map under way. */
export type UmapSession = IteratedSession<UmapProjection>;

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
  const { coordinates: points, epochsPerSubmit, advance } = descent;
  const { sampleCount, epochCount: total } = settings;
  return iteratedSession<UmapProjection>({
    method: 'umap',
    total,
    unit: 'epochs',
    pool,
    points,
    sampleCount,
    async advance(completed, last, signal) {
      const end = Math.min(last, completed + epochsPerSubmit);
      await advance(completed, end, signal);
      return end;
    },
    finish: async (coordinates) => projectionOf({ samples, settings, coordinates }),
    async close() {
      region.release();
      await close();
    },
  });
}

function projectionOf(map: FinishedMap): UmapProjection {
  return {
    method: 'umap',
    engine: 'fast',
    coordinates: map.coordinates,
    transform: (newSamples, run) => placeNewPoints(map, newSamples, run),
  };
}
