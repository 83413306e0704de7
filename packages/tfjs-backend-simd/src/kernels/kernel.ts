import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { KernelCall, SimdBackend } from '../backend/simd-backend.ts';

/** What a compiled kernel is given. */
interface SimdKernelCall extends KernelCall {
  readonly backend: SimdBackend;
}

/** A kernel of tfjs's, or of our own, on shared memory. */
export interface SimdKernel {
  readonly kernelName: string;
  compute(call: SimdKernelCall): TensorInfo | TensorInfo[];
}
