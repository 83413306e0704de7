/** The length modulo 2^32 that the trailer of the last member declares, if the last bytes are a trailer. */
export function declaredLength(bytes: Uint8Array): number {
  if (bytes.length < 4) return 0;
  return new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4).getUint32(0, true);
}
