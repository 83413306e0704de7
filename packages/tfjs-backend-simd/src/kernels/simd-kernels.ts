import type { SimdKernel } from './kernel.ts';
import { batchMatMul } from './products/batch-mat-mul.ts';
import { fusedMatMul } from './products/fused-mat-mul.ts';
import { reluGradient } from './relu-gradient.ts';

/** The kernels that are compiled; all others are the cpu backend's. */
export const SIMD_KERNELS: readonly SimdKernel[] = [
  reluGradient,
  batchMatMul,
  fusedMatMul,
];
