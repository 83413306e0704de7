import { registerGradients, registerSimdBackend } from '@fashion-mnist/tfjs-backend-simd';
import { setBackend, version_core } from '@tensorflow/tfjs-core';
import { registerComposedKernels } from './composed-wasm-kernels.ts';

/** Makes tfjs compute with a backend, with gradients. @returns what it runs on, by name */
export async function openBackend(name: string, threads: number): Promise<Readonly<Record<string, string>>> {
  registerGradients();
  if (name === 'simd') registerSimdBackend({ threads });
  if (name === 'cpu') await import('@tensorflow/tfjs-backend-cpu');
  if (name === 'wasm') await openWasm();
  if (!(await setBackend(name))) throw new Error(`tfjs' backend ${name} does not start`);
  return { Node: process.version, tfjs: version_core };
}

/** Its build for Node looks for the compiled file beside itself. */
async function openWasm(): Promise<void> {
  await import('@tensorflow/tfjs-backend-wasm');
  registerComposedKernels();
}
