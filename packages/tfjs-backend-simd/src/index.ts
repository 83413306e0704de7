import { registerKernels } from './backend/register-kernels.ts';
import { registerSimdBackend } from './backend/register-simd-backend.ts';
import { registerGradients } from './gradients.ts';

registerKernels();
registerSimdBackend();
registerGradients();

export { createSimdBackend, type SimdBackendOptions } from './backend/create-simd-backend.ts';
export { registerSimdBackend } from './backend/register-simd-backend.ts';
export type { SimdBackend, SimdMemory } from './backend/simd-backend.ts';
export { SimdBackendError, type SimdBackendErrorCode } from './errors.ts';
export { registerGradients } from './gradients.ts';
