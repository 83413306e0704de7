import { command, type LongRun, type Region, type WorkerPool } from '@fashion-mnist/kernels';
import { sortByKey } from './sort-by-key.ts';

/** Points of a map in blocks that lie together at the start. */
export interface MapBlocks {
  readonly blockCount: number;
  /** `Int32Array` of `pointCount`: the points in the order of their blocks. */
  readonly order: number;
  /** `Int32Array` of `pointCount`: where each point is in that order. */
  readonly slots: number;
  /** `Int32Array` of `pointCount`: the block of each point. */
  readonly blocks: number;
}

const LEAST_BLOCK = 1024;
const MOST_BLOCKS = 16;
const POINT_GRAIN = 8192;

/**
 * Parts points in 1 to 16 blocks, along both axes in turn. The number depends on nothing but the number of points, so
 * that maps are the same on any number of threads.
 *
 * @param start - `Float32Array` `[pointCount, 2]` in the pool.
 */
export async function mapBlocks(
  pool: WorkerPool,
  region: Region,
  start: number,
  pointCount: number,
  { signal }: LongRun,
): Promise<MapBlocks> {
  const levels = Math.floor(Math.log2(Math.min(MOST_BLOCKS, Math.max(1, pointCount / LEAST_BLOCK))));
  const blockCount = 2 ** levels;
  const bytes = 4 * pointCount;
  const [order, slots, blocks] = [region.alloc(bytes), region.alloc(bytes), region.alloc(bytes)];
  await pool.write(
    order,
    Int32Array.from({ length: pointCount }, (_, point) => point),
  );
  const halvings = Array.from({ length: levels }, (_, level) => {
    const segments = { total: 2 ** level, grain: 1 };
    return command('umapHalve', segments, start, order, pointCount, segments.total, level % 2);
  });
  const passing = pool.region();
  try {
    const sorting = sortByKey(passing, { keys: blocks, keyCount: blockCount, itemCount: pointCount, order });
    await pool.submit(
      [
        ...halvings,
        command('umapAssignBlocks', { total: blockCount, grain: 1 }, order, pointCount, blockCount, blocks),
        ...sorting.commands,
        command('umapInvert', { total: pointCount, grain: POINT_GRAIN }, order, slots),
      ],
      { signal },
    );
  } finally {
    passing.release();
  }
  return { blockCount, order, slots, blocks };
}
