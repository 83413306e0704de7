import { getKernelsForBackend, type KernelConfig, registerKernel } from '@tensorflow/tfjs-core';
import type { SimdKernel } from '../kernels/kernel.ts';
import { SIMD_KERNELS } from '../kernels/simd-kernels.ts';
import type { SimdBackend } from './simd-backend.ts';

export const BACKEND_NAME = 'simd';

/** Registers the cpu backend's kernels under our name, and compiled ones in their place. */
export function registerKernels(): void {
  const kernels = new Map<string, KernelConfig>();
  for (const config of getKernelsForBackend('cpu'))
    kernels.set(config.kernelName, { ...config, backendName: BACKEND_NAME });
  for (const kernel of SIMD_KERNELS) kernels.set(kernel.kernelName, configOf(kernel));
  for (const config of kernels.values()) registerKernel(withoutRemains(config));
}

/** What a kernel leaves when it fails, as for want of memory, nobody else could dispose of. */
function withoutRemains(config: KernelConfig): KernelConfig {
  return {
    ...config,
    kernelFunc: (call) => (call.backend as SimdBackend).attempt(() => config.kernelFunc(call)),
  };
}

function configOf({ kernelName, compute }: SimdKernel): KernelConfig {
  return {
    kernelName,
    backendName: BACKEND_NAME,
    kernelFunc: ({ inputs, attrs = {}, backend }) =>
      compute({ inputs, attrs, backend: backend as SimdBackend }),
  };
}
