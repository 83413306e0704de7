import type { WorkerPool } from '../pool/worker-pool.ts';
import type { Neighbors } from './neighbors.ts';

/**
 * Room in a pool for lists of neighbours, and what is then in it.
 *
 * @param fill - Is told where int32 indices and float64 distances go, row after row.
 */
export async function neighborLists(
  pool: WorkerPool,
  queryCount: number,
  neighborCount: number,
  fill: (indices: number, distances: number) => Promise<void>,
): Promise<Neighbors> {
  const length = queryCount * neighborCount;
  const shape = [queryCount, neighborCount];
  const region = pool.region();
  try {
    const [indices, distances] = [region.alloc(length * 4), region.alloc(length * 8)];
    await fill(indices, distances);
    const lengths = await pool.read(Float64Array, distances, length);
    return {
      indices: { data: await pool.read(Int32Array, indices, length), shape },
      distances: { data: Float32Array.from(lengths), shape },
    };
  } finally {
    region.release();
  }
}
