import { useBackend } from '@fashion-mnist/models/deep';
import type { TrainingBackend } from './training-job.ts';

/** Loads a backend and computes on it from now on. @throws {ModelsError} `E_BACKEND` */
export async function computeOn(name: TrainingBackend): Promise<void> {
  await LOADERS[name]();
  await useBackend(name, { isSilent: true });
}

/** Heavy ones are loaded when they are wanted; a bundler has to see their names. */
const LOADERS: Readonly<Record<TrainingBackend, () => Promise<unknown>>> = {
  simd: () => Promise.resolve(),
  webgl: () => import('@tensorflow/tfjs-backend-webgl'),
  webgpu: () => import('@tensorflow/tfjs-backend-webgpu'),
};

/** What this worker could compute on, the safest first. */
export async function availableBackends(): Promise<readonly TrainingBackend[]> {
  const found: TrainingBackend[] = ['simd'];
  if (hasWebgl()) found.push('webgl');
  if (await hasWebgpu()) found.push('webgpu');
  return found;
}

function hasWebgl(): boolean {
  return typeof OffscreenCanvas === 'function' && new OffscreenCanvas(1, 1).getContext('webgl2') !== null;
}

async function hasWebgpu(): Promise<boolean> {
  const { gpu } = navigator as { readonly gpu?: { requestAdapter(): Promise<unknown> } };
  return (await gpu?.requestAdapter().catch(() => null)) != null;
}
