import '@fashion-mnist/tfjs-backend-simd';
import { createJoinedTeam } from '@fashion-mnist/kernels';
import { registerBackend, removeBackend } from '@tensorflow/tfjs-core';
import { setTestEnvs } from '@tensorflow/tfjs-core/dist/jasmine_util.js';
import { SimdBackend } from '../../src/backend/simd-backend.ts';
import { compileSimd } from '../../src/compute/compile-simd.ts';
import { SIMD_FUNCTION_NAMES } from '../../src/compute/simd-functions.ts';
import { installJasmine } from './jasmine.ts';

declare global {
  interface ImportMeta {
    /** Vite's: modules by their paths. */
    glob(pattern: string): Record<string, () => Promise<unknown>>;
  }
}

/** Specs make a backend each; the threads are the same. */
const { module, isWide } = await compileSimd('auto');
const team = await createJoinedTeam({ module, kernelNames: SIMD_FUNCTION_NAMES, threads: 2 });
const lentTeam = Object.create(team, { dispose: { value: async () => {} } });
removeBackend('simd');
registerBackend('simd', () => new SimdBackend(lentTeam, { hasWideVectors: isWide }));
setTestEnvs([{ name: 'simd', backendName: 'simd', isDataSync: true }]);
installJasmine();

const specs = import.meta.glob('../../node_modules/@tensorflow/tfjs-core/dist/**/*_test.js');
for (const load of Object.values(specs)) await load();
