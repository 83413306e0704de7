import type { SimdKernel } from './kernel.ts';
import { reluGradient } from './relu-gradient.ts';

/** The kernels that are compiled; all others are the cpu backend's. */
export const SIMD_KERNELS: readonly SimdKernel[] = [reluGradient];
