import { type ComputeRun, openPool } from './open-pool.ts';
import type { WorkerPool } from './worker-pool.ts';

/** Lends a pool for the length of a computation, as `openPool` opens it. */
export async function withPool<T>(
  run: ComputeRun,
  multiplyAdds: number,
  use: (pool: WorkerPool) => Promise<T>,
): Promise<T> {
  const { pool, close } = await openPool(run, multiplyAdds);
  try {
    return await use(pool);
  } finally {
    await close();
  }
}
