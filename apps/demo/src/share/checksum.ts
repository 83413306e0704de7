import { toBase64Url } from './base64url.ts';

/** Six letters that are others when the text is another one. @see Fowler, Noll, Vo: FNV-1a, 32 bits */
export function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, hash >>> 0);
  return toBase64Url(bytes);
}
