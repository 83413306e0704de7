import { command, type WorkerPool } from '@fashion-mnist/kernels';
import type { MapPoints } from './map-points.ts';
import type { Repulsion } from './repulsion.ts';

const POINT_GRAIN = 32;

/** Pairs after which the caller gets a chance to look, pause or abort: some ten milliseconds. */
const PAIRS_PER_SUBMIT = 5e7;
const MOST_ROUNDS = 64;

/** Repulsion between all pairs of points: O(points²). */
export function exactRepulsion(
  pool: WorkerPool,
  { points, pointCount }: MapPoints,
  forces: number,
): Repulsion {
  const region = pool.region();
  const sumCount = Math.ceil(pointCount / POINT_GRAIN);
  const sums = region.alloc(8 * sumCount);
  const paddedCount = 4 * Math.ceil(pointCount / 4);
  const work = { total: pointCount, grain: POINT_GRAIN };
  const commands = [command('tsneRepel', work, points, paddedCount, forces, sums, POINT_GRAIN)];
  return {
    roundsPerSubmit: Math.max(1, Math.min(MOST_ROUNDS, Math.floor(PAIRS_PER_SUBMIT / pointCount ** 2))),
    commands: async () => commands,
    normalisation: () => ({ sums, sumCount, selfSum: pointCount }),
    dispose: () => region.release(),
  };
}
