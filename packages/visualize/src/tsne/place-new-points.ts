import { type NdArray, reportProgress } from '@fashion-mnist/core';
import {
  type ComputeRun,
  command,
  createNeighborIndex,
  type LongRun,
  type Neighbors,
  openPool,
  type Region,
  type Samples,
  type WorkerPool,
} from '@fashion-mnist/kernels';
import { type Attraction, gradientDescent } from './gradient-descent.ts';
import { chooseGrid, type InterpolationGrid, type MapBounds, MOST_BANDS } from './interpolation-grid.ts';
import { sameOrder } from './map-order.ts';
import { type MapPoints, mapPoints } from './map-points.ts';
import { pointDensity } from './point-density.ts';
import { repulsionField } from './repulsion-field.ts';

/** A finished map, as new points need it. */
export interface FinishedMap {
  readonly samples: Samples;
  readonly coordinates: NdArray<Float32Array>;
  readonly perplexity: number;
}

/** Affinities of a new point add up to 1, whatever the number of samples, so its step size is a constant. */
const PLACEMENT = Object.freeze({ iterations: 100, learningRate: 0.1, momentum: 0.8 });

/** Iterations after which progress is told and the signal heard. */
const ROUNDS_PER_SUBMIT = 10;
const POINT_GRAIN = 512;
const MARGIN = 0.1;

/** Coordinates of new samples on a finished map: see `TsneProjection`. */
export async function placeNewPoints(
  finished: FinishedMap,
  newSamples: Samples,
  run: ComputeRun = {},
): Promise<NdArray<Float32Array>> {
  const { pool, close } = await openPool(run, newSamples.data.length * finished.coordinates.data.length);
  const region = pool.region();
  try {
    const neighbors = await findNeighbors(finished, newSamples, { ...run, pool });
    const [newCount = 0] = neighbors.indices.shape;
    if (newCount === 0) return { data: new Float32Array(0), shape: [0, 2] };
    const fixed = await mapPoints(pool, region, finished.coordinates.data);
    const attraction = await conditionalAffinities(pool, region, neighbors, finished.perplexity, fixed);
    const placed = await startAtMeans(pool, region, attraction, newCount, run);
    await settle(pool, region, fixed, placed, attraction, run);
    return { data: await pool.read(Float32Array, placed.points, 2 * newCount), shape: [newCount, 2] };
  } finally {
    region.release();
    await close();
  }
}

async function findNeighbors(
  { samples, perplexity }: FinishedMap,
  newSamples: Samples,
  run: ComputeRun,
): Promise<Neighbors> {
  const [sampleCount = 0] = samples.shape;
  const index = await createNeighborIndex(samples, run);
  return index.search(newSamples, {
    ...run,
    neighborCount: Math.min(Math.floor(3 * perplexity), sampleCount),
  });
}

async function conditionalAffinities(
  pool: WorkerPool,
  region: Region,
  { indices, distances }: Neighbors,
  perplexity: number,
  { points: targets, pointCount: referenceCount }: MapPoints,
): Promise<Attraction & { readonly stride: number }> {
  const [newCount = 0, neighborCount = 0] = indices.shape;
  const stride = 4 * Math.ceil(neighborCount / 4);
  const listedIndices = region.alloc(indices.data.byteLength);
  const listedDistances = region.alloc(distances.data.byteLength);
  const columns = region.alloc(4 * newCount * stride);
  const weights = region.alloc(4 * newCount * stride);
  const rowStarts = region.alloc(4 * newCount + 4);
  await pool.write(listedIndices, indices.data);
  await pool.write(listedDistances, distances.data);
  await pool.write(
    rowStarts,
    Int32Array.from({ length: newCount + 1 }, (_, row) => row * stride),
  );
  const order = await writeOrder(pool, region, Math.max(newCount, referenceCount));
  await pool.submit([
    command(
      'tsneAffinities',
      { total: newCount, grain: POINT_GRAIN },
      ...([listedIndices, listedDistances, neighborCount, 0, perplexity, stride] as const),
      ...([order, order, columns, weights] as const),
    ),
  ]);
  return { targets, rowStarts, columns, weights, stride };
}

async function startAtMeans(
  pool: WorkerPool,
  region: Region,
  { targets, columns, weights, stride }: Attraction & { readonly stride: number },
  newCount: number,
  { signal }: LongRun,
): Promise<MapPoints> {
  const placed = await mapPoints(pool, region, new Float32Array(2 * newCount));
  const work = { total: newCount, grain: POINT_GRAIN };
  await pool.submit([command('tsneMeans', work, targets, stride, columns, weights, placed.points)], {
    signal,
  });
  return placed;
}

/** Moves new points in the field of the fixed ones, which is computed once. */
async function settle(
  pool: WorkerPool,
  region: Region,
  fixed: MapPoints,
  placed: MapPoints,
  attraction: Attraction,
  { signal, onProgress }: LongRun,
): Promise<void> {
  await pool.submit([fixed.measure], { signal });
  const grid = chooseGrid(widened(await fixed.bounds()));
  const field = repulsionField(pool, grid);
  try {
    const { iterations, learningRate, momentum } = PLACEMENT;
    const potential = region.alloc(4 * grid.side ** 2);
    const potentials = region.alloc(8 * placed.pointCount);
    const descent = await gradientDescent(pool, region, placed, attraction, learningRate);
    await descent.rest();
    const density = pointDensity(region, fixed.points, fixed.pointCount, MOST_BANDS);
    await pool.submit(
      [
        ...field.moveTo(grid),
        ...density.spread(grid, field.density),
        ...field.convolvePotential(potential),
        ...field.convolve(),
      ],
      { signal },
    );
    const order = await writeOrder(pool, region, placed.pointCount);
    const sums = region.alloc(8);
    await pool.write(sums, Float64Array.of(1));
    const take = gatherer(placed, order, grid);
    const round = [
      take(field.alongX, field.alongY, descent.repulsion),
      take(potential, potential, potentials),
      command(
        'tsneNormalise',
        { total: placed.pointCount, grain: POINT_GRAIN },
        descent.repulsion,
        potentials,
      ),
      ...descent.step({ exaggeration: 1, momentum }, { sums, sumCount: 1, selfSum: 0 }),
    ];
    for (let completed = 0; completed < iterations; ) {
      await pool.submit(Array.from({ length: ROUNDS_PER_SUBMIT }, () => round).flat(), { signal });
      completed += ROUNDS_PER_SUBMIT;
      reportProgress(onProgress, { stage: 'place', completed, total: iterations, unit: 'iterations' });
    }
  } finally {
    field.dispose();
  }
}

/** New points may come to lie a little outside. */
function widened({ minX, minY, maxX, maxY }: MapBounds): MapBounds {
  const margin = MARGIN * Math.max(maxX - minX, maxY - minY);
  return { minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin };
}

async function writeOrder(pool: WorkerPool, region: Region, count: number): Promise<number> {
  const order = region.alloc(4 * count);
  await pool.write(order, sameOrder(count).order);
  return order;
}

function gatherer({ points, pointCount }: MapPoints, order: number, grid: InterpolationGrid) {
  const { originX, originY, spacing, side } = grid;
  return (fieldX: number, fieldY: number, values: number) =>
    command(
      'tsneGather',
      { total: pointCount, grain: POINT_GRAIN },
      ...([points, order, originX, originY, 1 / spacing, side, fieldX, fieldY, values] as const),
    );
}
