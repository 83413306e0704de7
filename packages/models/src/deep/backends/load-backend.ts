import { findBackendFactory } from '@tensorflow/tfjs-core';
import { currentPlatform } from './platform.ts';

/** Backends of tfjs that networks can compute on. */
export type BackendName = 'simd' | 'webgpu' | 'webgl' | 'cpu';

export interface LoadOptions {
  /** Threads of `simd`, the caller's among them. */
  readonly threads?: number | undefined;
  /** Whether `simd` computes with vectors of 256 bits, which Node from 24 on has on x64: `auto` where they are faster. */
  readonly wideVectors?: boolean | 'auto' | undefined;
}

/** Loads what registers a backend with tfjs, unless that has been done. @throws {Error} when it cannot be loaded. */
export async function loadBackend(name: BackendName, options: LoadOptions): Promise<void> {
  if (name === 'simd') return loadSimd(options);
  if (name === 'webgpu' && currentPlatform() === 'node') await provideGpu();
  if (findBackendFactory(name) != null) return;
  if (name === 'cpu') await import('@tensorflow/tfjs-backend-cpu');
  else await importIfThere(`@tensorflow/tfjs-backend-${name}`);
}

async function loadSimd({ threads, wideVectors }: LoadOptions): Promise<void> {
  const { registerSimdBackend } = await import('@fashion-mnist/tfjs-backend-simd');
  if (threads !== undefined || wideVectors !== undefined) registerSimdBackend({ threads, wideVectors });
}

/** Gives Node what pages have: Dawn, as the package `webgpu` carries it. */
async function provideGpu(): Promise<void> {
  if (!('gpu' in navigator)) {
    const { create, globals } = (await importIfThere('webgpu')) as {
      create(flags: readonly string[]): object;
      globals: object;
    };
    Object.assign(globalThis, globals);
    Object.defineProperty(navigator, 'gpu', { value: create([]), configurable: true });
  }
  const { gpu } = navigator as unknown as { gpu: { requestAdapter(): Promise<unknown> } };
  if ((await gpu.requestAdapter()) === null) throw new Error('there is no GPU');
}

/** Named by a variable, because bundlers would want to find packages that are not installed. */
async function importIfThere(packageName: string): Promise<unknown> {
  return import(/* @vite-ignore */ packageName);
}
