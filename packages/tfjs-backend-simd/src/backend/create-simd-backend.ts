import { createJoinedTeam } from '@fashion-mnist/kernels';
import { compileSimd, type WideVectors } from '../compute/compile-simd.ts';
import { SIMD_FUNCTION_NAMES } from '../compute/simd-functions.ts';
import { SimdBackendError } from '../errors.ts';
import { SimdBackend } from './simd-backend.ts';

/** With how many threads the backend computes, and how wide its vectors are. */
export interface SimdBackendOptions {
  /** Threads to compute with, the caller's among them, `1..64`. @default as many as there are cores */
  readonly threads?: number | undefined;
  /**
   * Vectors of 256 bits, which compute the same bytes faster. Node from 24 on has them on x64, by an experimental flag of
   * V8 that is on while the kernels are compiled. `auto` tries them out, and does without where they are not there or not
   * faster; `true` fails where they are not there.
   *
   * @default 'auto'
   */
  readonly wideVectors?: WideVectors | undefined;
}

const MOST_THREADS = 64;

/**
 * The backend with its threads, ready to compute. `registerSimdBackend` gives it to tfjs; whoever does so alone must
 * register it as `simd`, for which the kernels are registered.
 *
 * @throws {SimdBackendError} `E_OPTION` - not such a number of threads, or another value of `wideVectors`; `E_PLATFORM` -
 *   WebAssembly has no vectors or no shared memory here, or no wide vectors, and they are asked for.
 * @throws {KernelsError} `E_MEMORY`; `E_WORKER` - a thread cannot start.
 */
export async function createSimdBackend(options: SimdBackendOptions = {}): Promise<SimdBackend> {
  requireOptions(options);
  const { threads, wideVectors = 'auto' } = options;
  const { module, isWide } = await compileSimd(wideVectors);
  const team = await createJoinedTeam({ module, kernelNames: SIMD_FUNCTION_NAMES, threads });
  return new SimdBackend(team, { hasWideVectors: isWide });
}

/** @throws {SimdBackendError} `E_OPTION`. */
export function requireOptions({ threads, wideVectors = 'auto' }: SimdBackendOptions): void {
  if (threads !== undefined && !(Number.isInteger(threads) && threads >= 1 && threads <= MOST_THREADS))
    throw new SimdBackendError('E_OPTION', `threads: expected 1..${MOST_THREADS}, got ${threads}`);
  if (wideVectors !== 'auto' && typeof wideVectors !== 'boolean')
    throw new SimdBackendError(
      'E_OPTION',
      `wideVectors: expected a boolean or auto, got ${String(wideVectors)}`,
    );
}
