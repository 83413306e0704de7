import { findBackendFactory, registerBackend, removeBackend } from '@tensorflow/tfjs-core';
import { createSimdBackend, requireOptions, type SimdBackendOptions } from './create-simd-backend.ts';
import { BACKEND_NAME } from './register-kernels.ts';

/** Level with webgl, below webgpu. */
const PRIORITY = 2;

/**
 * Registers the backend `simd` with tfjs, which starts it when it is first used. Loading the package has done so; again
 * with other options it takes the place of the first, whose tensors are lost. So call it before `setBackend`.
 *
 * @throws {SimdBackendError} `E_OPTION` - not such a number of threads, or another value of `wideVectors`.
 */
export function registerSimdBackend(options: SimdBackendOptions = {}): void {
  requireOptions(options);
  if (findBackendFactory(BACKEND_NAME) != null) removeBackend(BACKEND_NAME);
  registerBackend(BACKEND_NAME, () => createSimdBackend(options), PRIORITY);
}
