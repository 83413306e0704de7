import { type Command, command, type Region, type WorkerPool } from '@fashion-mnist/kernels';
import type { MapPoints } from './map-points.ts';

/** Points in the order of the samples. */
export interface ShownPoints {
  /** `Float32Array` `[pointCount, 2]`. */
  readonly points: number;
  /** Brings them to where the points of the map are. */
  readonly show: Command;
}

const POINT_GRAIN = 4096;

/** @param order - The sample of each point of the map. */
export async function shownPoints(
  pool: WorkerPool,
  region: Region,
  { points, pointCount }: MapPoints,
  order: Int32Array,
): Promise<ShownPoints> {
  const samples = region.alloc(order.byteLength);
  const shown = region.alloc(8 * pointCount);
  await pool.write(samples, order);
  const work = { total: pointCount, grain: POINT_GRAIN };
  return { points: shown, show: command('tsneShow', work, points, samples, shown) };
}
