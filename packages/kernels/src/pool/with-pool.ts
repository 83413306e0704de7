import type { LongRun } from '../samples.ts';
import { createWorkerPool } from './create-worker-pool.ts';
import { createInlinePool } from './inline-pool.ts';
import type { WorkerPool } from './worker-pool.ts';

/** What a computation takes that may run on many threads. */
export interface ComputeRun extends LongRun {
  /** Where to compute; a pool that is passed is not disposed. @default a pool of its own for this call */
  readonly pool?: WorkerPool | undefined;
  /** Threads of the call's own pool. @default as many as there are cores */
  readonly threads?: number | undefined;
}

/** Below this many multiply-adds, starting threads takes longer than the work. */
const WORTH_THREADS = 2e8;

/** Lends a pool: the caller's own, or for small work this thread, or else new threads that end with the work. */
export async function withPool<T>(
  { pool, threads }: ComputeRun,
  multiplyAdds: number,
  use: (pool: WorkerPool) => Promise<T>,
): Promise<T> {
  if (pool !== undefined) return use(pool);
  const own = multiplyAdds < WORTH_THREADS ? await createInlinePool() : await createWorkerPool({ threads });
  try {
    return await use(own);
  } finally {
    await own.dispose();
  }
}
