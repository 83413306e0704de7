import { compileJoined } from '#join-vectors';
import { SimdBackendError } from '../errors.ts';
import { PLAIN_WASM, RELAXED_WASM, WIDE_WASM } from '../generated/simd-wasm.ts';
import { probeWide } from './probe-wide.ts';

/** Vectors of 256 bits: always, never, or where they are found to be faster. */
export type WideVectors = boolean | 'auto';

/** The compiled kernels. */
export interface CompiledSimd {
  readonly module: WebAssembly.Module;
  /** Whether they compute with vectors of 256 bits. */
  readonly isWide: boolean;
}

/**
 * The compiled kernels, with fused multiplication and addition where the engine has it. Those with wide vectors compute
 * the same bytes.
 *
 * @throws {SimdBackendError} `E_PLATFORM` - WebAssembly has no vectors or no shared memory here; or no wide vectors, and
 *   they are asked for.
 */
export async function compileSimd(wideVectors: WideVectors): Promise<CompiledSimd> {
  const wide = wideVectors === false ? undefined : compileWide(wideVectors);
  if (wide !== undefined) return { module: wide, isWide: true };
  if (wideVectors === true)
    throw new SimdBackendError('E_PLATFORM', 'wideVectors: expected an engine that has them, got none');
  const build = [RELAXED_WASM, PLAIN_WASM].map(bytesOf).find((bytes) => isKnown(bytes));
  if (build === undefined)
    throw new SimdBackendError('E_PLATFORM', 'expected WebAssembly with SIMD and shared memory, got none');
  return { module: await WebAssembly.compile(build), isWide: false };
}

/** Undefined where the engine has no wide vectors, computes wrongly with them, or, with `auto`, not faster. */
function compileWide(wideVectors: true | 'auto'): WebAssembly.Module | undefined {
  const bytes = bytesOf(WIDE_WASM);
  const module = isKnown(bytes) ? compileJoined(bytes) : undefined;
  if (module === undefined) return undefined;
  const { isRight, isFast } = probeWide(module);
  return isRight && (isFast || wideVectors === true) ? module : undefined;
}

function isKnown(bytes: Uint8Array<ArrayBuffer>): boolean {
  return typeof WebAssembly === 'object' && WebAssembly.validate(bytes);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
