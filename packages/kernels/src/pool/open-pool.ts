import type { LongRun } from '../samples.ts';
import { createWorkerPool } from './create-worker-pool.ts';
import { createInlinePool } from './inline-pool.ts';
import type { WorkerPool } from './worker-pool.ts';

/** What a computation takes that may run on many threads. */
export interface ComputeRun extends LongRun {
  /** Where to compute; a pool that is passed is not disposed. @default a pool of its own */
  readonly pool?: WorkerPool | undefined;
  /** Threads of a pool of its own. @default as many as there are cores */
  readonly threads?: number | undefined;
}

/** A pool, and how to give it back. */
export interface OpenPool {
  readonly pool: WorkerPool;
  /** Ends the pool, unless it is the caller's own. */
  close(): Promise<void>;
}

/** Below this many multiply-adds, starting threads takes longer than the work. */
const WORTH_THREADS = 2e8;

/** Opens a pool for longer than one call: the caller's own, or for small work this thread, or else new threads. */
export async function openPool({ pool, threads }: ComputeRun, multiplyAdds: number): Promise<OpenPool> {
  if (pool !== undefined) return { pool, close: async () => {} };
  const own = multiplyAdds < WORTH_THREADS ? await createInlinePool() : await createWorkerPool({ threads });
  return { pool: own, close: () => own.dispose() };
}
