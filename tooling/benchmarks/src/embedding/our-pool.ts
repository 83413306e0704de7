import { createWorkerPool, type WorkerPool } from '@fashion-mnist/kernels';
import type { Cleanup } from '../runner/benchmark.ts';
import { THREADS } from '../threads.ts';

/** Our threads, started once and kept for the whole benchmark. */
export async function ourPool(cleanup: Cleanup): Promise<WorkerPool> {
  const pool = await createWorkerPool({ threads: THREADS });
  cleanup.defer(() => pool.dispose());
  return pool;
}
