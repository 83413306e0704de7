import { PLAIN_WASM, RELAXED_WASM } from '../generated/simd-wasm.ts';

/** The compiled kernels, with fused multiplication and addition where the engine has it. */
export function compileSimd(): Promise<WebAssembly.Module> {
  const relaxed = bytesOf(RELAXED_WASM);
  return WebAssembly.compile(WebAssembly.validate(relaxed) ? relaxed : bytesOf(PLAIN_WASM));
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
