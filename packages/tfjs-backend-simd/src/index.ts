import { registerBackend } from '@tensorflow/tfjs-core';
import { createSimdBackend } from './backend/create-simd-backend.ts';
import { BACKEND_NAME, registerKernels } from './backend/register-kernels.ts';

registerKernels();
registerBackend(BACKEND_NAME, () => createSimdBackend(), 2);

export { createSimdBackend, type SimdBackendOptions } from './backend/create-simd-backend.ts';
export type { SimdBackend } from './backend/simd-backend.ts';
export { SimdBackendError, type SimdBackendErrorCode } from './errors.ts';
export { registerGradients } from './gradients.ts';
