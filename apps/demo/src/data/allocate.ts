/** Bytes that workers read without a copy, where the page may share memory. */
export function allocateShared(byteLength: number): Uint8Array {
  const canShare = globalThis.crossOriginIsolated === true && typeof SharedArrayBuffer === 'function';
  return new Uint8Array(canShare ? new SharedArrayBuffer(byteLength) : new ArrayBuffer(byteLength));
}
