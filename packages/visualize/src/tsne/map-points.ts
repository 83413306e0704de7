import { type Command, command, type Region, type WorkerPool } from '@fashion-mnist/kernels';
import type { MapBounds } from './interpolation-grid.ts';

/** Points of a map in the memory of a pool. */
export interface MapPoints {
  readonly pointCount: number;
  /** `Float32Array` `[pointCount, 2]`, filled up to a multiple of four points with ones too far off to matter. */
  readonly points: number;
  /** Finds the box around them, which `bounds` then knows. */
  readonly measure: Command;
  bounds(): Promise<MapBounds>;
}

/** So far off that forces vanish, so near that its square is finite. */
const FAR_AWAY = 1e18;
const POINT_GRAIN = 4096;

/** @param start - Shape `[pointCount, 2]`. */
export async function mapPoints(pool: WorkerPool, region: Region, start: Float32Array): Promise<MapPoints> {
  const pointCount = start.length / 2;
  const padded = new Float32Array(8 * Math.ceil(start.length / 8)).fill(FAR_AWAY);
  padded.set(start);
  const points = region.alloc(padded.byteLength);
  await pool.write(points, padded);
  const pieceCount = Math.ceil(pointCount / POINT_GRAIN);
  const slots = region.alloc(16 * pieceCount);
  return {
    pointCount,
    points,
    measure: command('tsneBounds', { total: pointCount, grain: POINT_GRAIN }, points, slots, POINT_GRAIN),
    bounds: async () => joinBounds(await pool.read(Float32Array, slots, 4 * pieceCount)),
  };
}

function joinBounds(slots: Float32Array): MapBounds {
  const bounds = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (let i = 0; i < slots.length; i += 4) {
    const [minX = Infinity, minY = Infinity, maxX = -Infinity, maxY = -Infinity] = slots.subarray(i, i + 4);
    bounds.minX = Math.min(bounds.minX, minX);
    bounds.minY = Math.min(bounds.minY, minY);
    bounds.maxX = Math.max(bounds.maxX, maxX);
    bounds.maxY = Math.max(bounds.maxY, maxY);
  }
  return bounds;
}
