import { spawn as spawnHere } from '#spawn';
import { compileKernels } from '../compute/compile-kernels.ts';
import { supportsSimd } from '../compute/simd-support.ts';
import { canShareMemory } from './memory-layout.ts';
import { requireThreads } from './require-threads.ts';
import { createSoloPool } from './solo-pool.ts';
import type { SpawnWorker } from './spawned-worker.ts';
import { createTeamPool } from './team-pool.ts';
import type { KernelChoice, WorkerPool } from './worker-pool.ts';

/** How many threads `createWorkerPool` starts, and what they compute with. */
export interface WorkerPoolOptions {
  /** Threads to compute with, `1..64`. @default as many as there are cores */
  readonly threads?: number | undefined;
  /** @default 'auto' */
  readonly kernels?: KernelChoice | undefined;
  /** Whether threads may share memory with the caller; without, one thread works alone. @default where the platform allows it */
  readonly shareMemory?: boolean | undefined;
  /** Starts a worker whose code calls `serveWorker`. @default the package's own worker */
  readonly spawn?: SpawnWorker | undefined;
}

/**
 * Starts threads that wait for work: worker threads in Node, Web Workers in browsers. They stay until `dispose`, but
 * do not keep a Node process alive while they idle.
 *
 * @throws {KernelsError} `E_COUNT` - not such a number of threads; `E_MEMORY`; `E_WORKER` - a thread cannot start.
 * @remarks A page that is not cross-origin isolated gets one thread with a memory of its own. Results are the same.
 */
export async function createWorkerPool(options: WorkerPoolOptions = {}): Promise<WorkerPool> {
  const { kernels = 'auto', spawn = spawnHere } = options;
  const threads = requireThreads(options.threads);
  const module = kernels === 'auto' && supportsSimd() ? await compileKernels() : undefined;
  const { shareMemory = canShareMemory() } = options;
  return shareMemory ? createTeamPool(spawn, threads, module) : createSoloPool(spawn, module);
}
