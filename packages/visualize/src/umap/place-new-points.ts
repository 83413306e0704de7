import { createRng, type NdArray, reportProgress } from '@fashion-mnist/core';
import {
  type ComputeRun,
  command,
  createNeighborIndex,
  type Neighbors,
  openPool,
  type Samples,
  type WorkerPool,
} from '@fashion-mnist/kernels';
import { curveTables } from './curve-tables.ts';
import { fitCurve } from './fit-curve.ts';
import { FEW_SAMPLES, type UmapSettings } from './umap-options.ts';

/** A finished map, as new points need it. */
export interface FinishedMap {
  readonly samples: Samples;
  readonly coordinates: NdArray<Float32Array>;
  readonly settings: UmapSettings;
}

const POINT_GRAIN = 256;
const AUTOMATIC_EPOCHS = Object.freeze({ few: 100, many: 30 });
/** New points find a map that is finished: they take smaller steps. */
const RATE_SHARE = 1 / 4;

/** Coordinates of new samples on a finished map: see `UmapProjection`. */
export async function placeNewPoints(
  map: FinishedMap,
  newSamples: Samples,
  run: ComputeRun = {},
): Promise<NdArray<Float32Array>> {
  const { pool, close } = await openPool(run, newSamples.data.length * map.coordinates.data.length);
  try {
    const context: ComputeRun = { ...run, pool };
    const index = await createNeighborIndex(map.samples, context);
    const search = { ...context, neighborCount: map.settings.nNeighbors };
    const neighbors = await index.search(newSamples, search);
    return await placeAmong(pool, map, neighbors, run);
  } finally {
    await close();
  }
}

async function placeAmong(
  pool: WorkerPool,
  { coordinates, settings }: FinishedMap,
  { indices, distances }: Neighbors,
  { signal, onProgress }: ComputeRun,
): Promise<NdArray<Float32Array>> {
  const [newCount = 0, neighborCount = 0] = indices.shape;
  const { minDist, spread, learningRate, negativeSampleRate, seed, sampleCount } = settings;
  const region = pool.region();
  try {
    const [listed, nearness] = [
      region.alloc(indices.data.byteLength),
      region.alloc(distances.data.byteLength),
    ];
    const [sorted, weights] = [
      region.alloc(indices.data.byteLength),
      region.alloc(distances.data.byteLength),
    ];
    const fitted = region.alloc(coordinates.data.byteLength);
    const points = region.alloc(8 * newCount);
    await pool.write(listed, indices.data);
    await pool.write(nearness, distances.data);
    await pool.write(fitted, coordinates.data);
    const { attraction, repulsion } = await curveTables(pool, region, fitCurve(minDist, spread));
    const mean = distances.data.reduce((sum, distance) => sum + distance, 0) / distances.data.length;
    const stream = createRng(seed).nextUint32();
    const work = { total: newCount, grain: POINT_GRAIN };
    const descent = [
      epochsFor(newCount, settings),
      learningRate * RATE_SHARE,
      negativeSampleRate,
      stream,
    ] as const;
    const settle = command(
      'umapPlace',
      work,
      ...([fitted, sampleCount, neighborCount, sorted, weights, points, attraction, repulsion] as const),
      ...descent,
    );
    const tell = (completed: number) =>
      reportProgress(onProgress, { stage: 'place', completed, total: newCount, unit: 'samples' });
    await pool.submit(
      [
        command('umapMemberships', work, listed, nearness, neighborCount, 1, mean, sorted, weights),
        command('umapStartAmong', work, fitted, neighborCount, sorted, weights, points),
        settle,
      ],
      { signal, onItems: tell, tracked: settle },
    );
    tell(newCount);
    return { data: await pool.read(Float32Array, points, 2 * newCount), shape: [newCount, 2] };
  } finally {
    region.release();
  }
}

function epochsFor(newCount: number, { nEpochs }: UmapSettings): number {
  if (nEpochs > 0) return Math.floor(nEpochs / 3);
  return newCount <= FEW_SAMPLES ? AUTOMATIC_EPOCHS.few : AUTOMATIC_EPOCHS.many;
}
