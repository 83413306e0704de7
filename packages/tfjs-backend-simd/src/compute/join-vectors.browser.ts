/** Pages cannot ask for it. */
export function compileJoined(_bytes: Uint8Array<ArrayBuffer>): WebAssembly.Module | undefined {
  return undefined;
}
