import { createJoinedTeam } from '@fashion-mnist/kernels';
import { compileSimd } from '../compute/compile-simd.ts';
import { SIMD_FUNCTION_NAMES } from '../compute/simd-functions.ts';
import { SimdBackendError } from '../errors.ts';
import { SimdBackend } from './simd-backend.ts';

export interface SimdBackendOptions {
  /** Threads to compute with, the caller's among them, `1..64`. @default as many as there are cores */
  readonly threads?: number | undefined;
}

const MOST_THREADS = 64;

/**
 * The backend with its threads, ready to compute. `registerSimdBackend` gives it to tfjs; whoever does so alone must
 * register it as `simd`, for which the kernels are registered.
 *
 * @throws {SimdBackendError} `E_OPTION` - not such a number of threads; `E_PLATFORM` - WebAssembly has no vectors or no
 *   shared memory here.
 * @throws {KernelsError} `E_MEMORY`; `E_WORKER` - a thread cannot start.
 */
export async function createSimdBackend({ threads }: SimdBackendOptions = {}): Promise<SimdBackend> {
  requireThreads(threads);
  const module = await compileSimd();
  return new SimdBackend(await createJoinedTeam({ module, kernelNames: SIMD_FUNCTION_NAMES, threads }));
}

/** @throws {SimdBackendError} `E_OPTION`. */
export function requireThreads(threads: number | undefined): void {
  if (threads === undefined) return;
  if (!Number.isInteger(threads) || threads < 1 || threads > MOST_THREADS)
    throw new SimdBackendError('E_OPTION', `threads: expected 1..${MOST_THREADS}, got ${threads}`);
}
