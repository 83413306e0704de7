import { createCheckpoint, type NdArray, reportProgress } from '@fashion-mnist/core';
import { type ComputeRun, type Samples, withPool } from '@fashion-mnist/kernels';
import { VisualizeError } from '../errors.ts';
import { checkedMap } from './checked-map.ts';
import { NearestList } from './nearest-list.ts';
import { createPlaneIndex } from './plane-index.ts';
import { type QueryOptions, queryPoints } from './query-points.ts';
import { rankExcess } from './rank-excess.ts';
import { trueDistances } from './true-distances.ts';

/** How large the compared neighbourhoods are, on how many points, and what computes them. */
export interface NeighborhoodOptions extends ComputeRun, QueryOptions {
  /** Size of the neighbourhoods, the point itself left out; `1..`, less than half of the points. @default 15 */
  readonly neighborCount?: number;
  /** Most points that the score is measured on, at least 1; fewer than there are are chosen at random. @default 1000 */
  readonly queryCount?: number;
}

/** How well a map keeps neighbourhoods, each figure in `0..1`, 1 the best. */
export interface NeighborhoodQuality {
  /** Whether neighbours on the map are near in truth. */
  readonly trustworthiness: number;
  /** Whether true neighbours are near on the map. */
  readonly continuity: number;
  /** Share of the true neighbours that are neighbours on the map. */
  readonly neighborRecall: number;
  /** How many points it was measured on. */
  readonly queryCount: number;
}

const DEFAULTS = Object.freeze({ neighborCount: 15, queryCount: 1000, seed: 42 });

/**
 * Trustworthiness, continuity and neighbour recall of a map, in one pass over the true distances.
 *
 * @param samples - Shape `[sampleCount, ...featureShape]`; borrowed.
 * @param map - Shape `[sampleCount, 2]`; borrowed.
 * @throws {VisualizeError} `E_SHAPE` - the map does not fit the samples, or is not finite; `E_OPTION`; `E_COUNT` - too
 * few samples.
 * @throws {KernelsError} `E_SHAPE`; `E_NOT_FINITE`.
 * @throws the signal's reason, when aborted.
 * @remarks O(queryCount · sampleCount · featureCount). Stage: `measure` (queries). Equal distances are ranked in the
 * order of the samples.
 */
export async function neighborhoodQuality(
  samples: Samples,
  map: NdArray<Float32Array>,
  options: NeighborhoodOptions = {},
): Promise<NeighborhoodQuality> {
  const { neighborCount, queryCount, seed } = { ...DEFAULTS, ...options };
  const [sampleCount = 0] = samples.shape;
  const coordinates = checkedMap(map, sampleCount);
  requireNeighborCount(neighborCount, sampleCount);
  const queries = queryPoints(sampleCount, queryCount, seed);
  const compare = createComparison(coordinates, neighborCount);
  const sums = { intruders: 0, lost: 0, kept: 0 };
  await withPool(options, queries.length * samples.data.length, async (pool) => {
    const checkpoint = createCheckpoint(options.signal);
    let completed = 0;
    for await (const distances of trueDistances(samples, queries, { pool, signal: options.signal })) {
      const { intruders, lost, kept } = compare(queries[completed++] as number, distances);
      sums.intruders += intruders;
      sums.lost += lost;
      sums.kept += kept;
      await checkpoint();
      reportProgress(options.onProgress, {
        stage: 'measure',
        completed,
        total: queries.length,
        unit: 'queries',
      });
    }
  });
  const worst = (queries.length * neighborCount * (2 * sampleCount - 3 * neighborCount - 1)) / 2;
  return {
    trustworthiness: 1 - sums.intruders / worst,
    continuity: 1 - sums.lost / worst,
    neighborRecall: sums.kept / (queries.length * neighborCount),
    queryCount: queries.length,
  };
}

function requireNeighborCount(neighborCount: number, sampleCount: number): void {
  if (!Number.isInteger(neighborCount) || neighborCount < 1) {
    throw new VisualizeError('E_OPTION', `neighborCount: expected a whole number >= 1, got ${neighborCount}`);
  }
  if (sampleCount <= 2 * neighborCount) {
    throw new VisualizeError(
      'E_COUNT',
      `expected more than 2 x neighborCount = ${2 * neighborCount} samples, got ${sampleCount}`,
    );
  }
}

/** What a map does to the neighbourhood of a sample. */
interface Comparison {
  /** By how much the true ranks of the neighbours on the map exceed the size of the neighbourhood. */
  readonly intruders: number;
  /** By how much the ranks on the map of the true neighbours exceed it. */
  readonly lost: number;
  /** How many neighbours are so in both. */
  readonly kept: number;
}

function createComparison(
  coordinates: Float32Array,
  neighborCount: number,
): (query: number, trueDistances: Float64Array) => Comparison {
  const index = createPlaneIndex(coordinates);
  const onMap = new NearestList(neighborCount);
  const inTruth = new NearestList(neighborCount);
  const mapDistances = new Float64Array(coordinates.length / 2);
  return (query, distances) => {
    onMap.clear();
    index.search(query, onMap);
    inTruth.clear();
    distances.forEach((distance, other) => {
      if (distance < inTruth.limit && other !== query) inTruth.offer(distance, other);
    });
    measureOnMap(coordinates, query, mapDistances);
    return {
      intruders: rankExcess(onMap.indices, distances, query, neighborCount),
      lost: rankExcess(inTruth.indices, mapDistances, query, neighborCount),
      kept: onMap.indices.filter((point) => inTruth.indices.includes(point)).length,
    };
  };
}

function measureOnMap(coordinates: Float32Array, query: number, distances: Float64Array): void {
  const x = coordinates[2 * query] as number;
  const y = coordinates[2 * query + 1] as number;
  for (let point = 0; point < distances.length; point++) {
    const dx = (coordinates[2 * point] as number) - x;
    const dy = (coordinates[2 * point + 1] as number) - y;
    distances[point] = dx * dx + dy * dy;
  }
}
