import { SimdBackendError } from '../errors.ts';
import { PLAIN_WASM, RELAXED_WASM } from '../generated/simd-wasm.ts';

/**
 * The compiled kernels, with fused multiplication and addition where the engine has it.
 *
 * @throws {SimdBackendError} `E_PLATFORM` - WebAssembly has no vectors or no shared memory here.
 */
export async function compileSimd(): Promise<WebAssembly.Module> {
  const build = [RELAXED_WASM, PLAIN_WASM].map(bytesOf).find((bytes) => isKnown(bytes));
  if (build === undefined)
    throw new SimdBackendError('E_PLATFORM', 'expected WebAssembly with SIMD and shared memory, got none');
  return WebAssembly.compile(build);
}

function isKnown(bytes: Uint8Array<ArrayBuffer>): boolean {
  return typeof WebAssembly === 'object' && WebAssembly.validate(bytes);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
