import { KERNELS_WASM } from '../generated/kernels-wasm.ts';

/** The compiled kernels; without waiting, so for workers and small modules only. */
export function compileKernels(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(Uint8Array.from(atob(KERNELS_WASM), (character) => character.charCodeAt(0)));
}
