import { createRng } from '@fashion-mnist/core';
import { type Command, command, type LongRun, type Region, type WorkerPool } from '@fashion-mnist/kernels';
import { type CurveTables, curveTables } from './curve-tables.ts';
import { type EdgeBuckets, edgeBuckets } from './edge-buckets.ts';
import type { Curve } from './fit-curve.ts';
import type { FuzzyGraph } from './fuzzy-graph.ts';
import { mapBlocks } from './map-blocks.ts';

/** The optimisation of a map in the memory of a pool. */
export interface Descent {
  /** `Float32Array` `[pointCount, 2]`: the points in their own order, as they were after the last `advance`. */
  readonly coordinates: number;
  /** Epochs whose commands may go out together. */
  readonly epochsPerSubmit: number;
  /**
   * Does epochs `begin` to `end - 1`, then brings `coordinates` up to date. Epochs that are cut off are undone, so that
   * they can be done again as if they had not begun.
   */
  advance(begin: number, end: number, signal: AbortSignal | undefined): Promise<void>;
}

export interface DescentSettings {
  readonly curve: Curve;
  readonly epochCount: number;
  readonly learningRate: number;
  readonly negativeSampleRate: number;
  readonly seed: number;
}

const POINT_GRAIN = 8192;
const COMMANDS_PER_SUBMIT = 200;
/** About 50 ms on one thread. */
const SAMPLES_PER_SUBMIT = 8e6;

/**
 * Stochastic gradient descent in rounds: points lie in blocks, and threads work at the same time on pairs of blocks
 * that have none in common. In a pair all happens in place and in order, as in umap-learn on one thread; only the
 * points that others are pushed away from are where they were when the epoch began. So it does not depend on the
 * number of threads.
 *
 * @param start - Shape `[pointCount, 2]`.
 * @see McInnes, Healy & Melville 2018, "UMAP", algorithm 5; Gemulla et al. 2011, "Large-scale matrix factorization with
 * distributed stochastic gradient descent", for the rounds
 */
export async function startDescent(
  pool: WorkerPool,
  region: Region,
  graph: FuzzyGraph,
  start: Float32Array,
  settings: DescentSettings,
  run: LongRun,
): Promise<Descent> {
  const pointCount = start.length / 2;
  const [coordinates, points] = [region.alloc(start.byteLength), region.alloc(start.byteLength)];
  const snapshot = region.alloc(start.byteLength);
  await pool.write(coordinates, start);
  const places = await mapBlocks(pool, region, coordinates, pointCount, run);
  const edges = await edgeBuckets(pool, region, graph, places, settings.epochCount, run);
  const tables = await curveTables(pool, region, settings.curve);
  const work = { total: pointCount, grain: POINT_GRAIN };
  const restore = command('umapGatherPoints', work, coordinates, places.order, points);
  await pool.submit([restore], run);

  const publish = command('umapGatherPoints', work, points, places.slots, coordinates);
  const epoch = epochCommands({ points, snapshot, pointCount }, edges, tables, settings);
  const samplesPerEpoch = edges.edgeCount * (1 + settings.negativeSampleRate);
  return {
    coordinates,
    epochsPerSubmit: Math.min(
      Math.ceil(SAMPLES_PER_SUBMIT / Math.max(1, samplesPerEpoch)),
      Math.max(1, Math.floor(COMMANDS_PER_SUBMIT / (1 + edges.rounds.length))),
    ),
    async advance(begin, end, signal) {
      const epochs = Array.from({ length: end - begin }, (_, i) => epoch(begin + i));
      try {
        await pool.submit(epochs.flat(), { signal });
      } catch (error) {
        if (signal?.aborted === true) await pool.submit([restore]);
        throw error;
      }
      await pool.submit([publish]);
    },
  };
}

interface MovingPoints {
  readonly points: number;
  readonly snapshot: number;
  readonly pointCount: number;
}

/** The commands of an epoch, from 0. */
function epochCommands(
  { points, snapshot, pointCount }: MovingPoints,
  { starts, heads, tails, rates, rounds }: EdgeBuckets,
  { attraction, repulsion }: CurveTables,
  { epochCount, learningRate, negativeSampleRate, seed }: DescentSettings,
): (epoch: number) => readonly Command[] {
  const streams = createRng(seed);
  const copy = command('umapCopyPoints', { total: pointCount, grain: POINT_GRAIN }, points, snapshot);
  const places = [points, snapshot, pointCount] as const;
  const edges = [starts, heads, tails, rates, attraction, repulsion] as const;
  return (epoch) => {
    const rate = learningRate * (1 - epoch / epochCount);
    const moment = [epoch + 1, rate, negativeSampleRate, streams.split(epoch).nextUint32()] as const;
    const optimise = rounds.map(({ buckets, bucketCount }) =>
      command('umapOptimise', { total: bucketCount, grain: 1 }, ...places, buckets, ...edges, ...moment),
    );
    return [copy, ...optimise];
  };
}
