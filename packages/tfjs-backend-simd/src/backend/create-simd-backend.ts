import { createJoinedTeam } from '@fashion-mnist/kernels';
import { compileSimd } from '../compute/compile-simd.ts';
import { SIMD_FUNCTION_NAMES } from '../compute/simd-functions.ts';
import { SimdBackend } from './simd-backend.ts';

export interface SimdBackendOptions {
  /** Threads to compute with, the caller's among them, `1..64`. @default as many as there are cores */
  readonly threads?: number | undefined;
}

/**
 * The backend with its threads, ready to compute.
 *
 * @throws {KernelsError} `E_COUNT` - not such a number of threads; `E_MEMORY`; `E_WORKER` - a thread cannot start.
 */
export async function createSimdBackend({ threads }: SimdBackendOptions = {}): Promise<SimdBackend> {
  const module = await compileSimd();
  return new SimdBackend(await createJoinedTeam({ module, kernelNames: SIMD_FUNCTION_NAMES, threads }));
}
