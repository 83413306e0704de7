import { setFlagsFromString } from 'node:v8';

/** Older ones know the flag, and join next to nothing. */
const FIRST_NODE = 24;

/** On while a module is compiled: all of it at once, by the optimizing compiler, which joins neighbouring vectors. */
const FLAGS = ['experimental-wasm-revectorize', 'no-liftoff', 'no-wasm-lazy-compilation'];
const DEFAULTS = ['no-experimental-wasm-revectorize', 'liftoff', 'wasm-lazy-compilation'];

/**
 * A module whose neighbouring vectors of 128 bits are joined to 256; undefined where the engine does not do so. V8's flags
 * are the whole process's, so they are put back before other code can run.
 */
export function compileJoined(bytes: Uint8Array<ArrayBuffer>): WebAssembly.Module | undefined {
  if (process.arch !== 'x64' || !isV8Of(process.versions)) return undefined;
  try {
    setFlags(FLAGS);
    return new WebAssembly.Module(bytes);
  } finally {
    setFlags(DEFAULTS);
  }
}

/** Bun and Deno have `process.versions.node` too. */
function isV8Of({ node, bun, deno }: NodeJS.ProcessVersions): boolean {
  return bun === undefined && deno === undefined && Number.parseInt(node, 10) >= FIRST_NODE;
}

function setFlags(flags: readonly string[]): void {
  for (const flag of flags) setFlagsFromString(`--${flag}`);
}
