/** Whether this machine keeps the lowest byte of a number first. */
export const isLittleEndian: boolean = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/**
 * Turns big-endian elements into the machine's byte order, or back, in place.
 *
 * @param bytes - Starts at offset 0 of its own buffer; its length is a multiple of `byteSize`.
 */
export function reverseElementBytes(bytes: Uint8Array, byteSize: 2 | 4 | 8): Uint8Array {
  if (!isLittleEndian) return bytes;
  if (byteSize === 2) reverse16(new Uint16Array(bytes.buffer, 0, bytes.length / 2));
  else reverse32(new Uint32Array(bytes.buffer, 0, bytes.length / 4));
  if (byteSize === 8) exchangePairs(new Uint32Array(bytes.buffer, 0, bytes.length / 4));
  return bytes;
}

function reverse16(words: Uint16Array): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as number;
    words[i] = (word << 8) | (word >>> 8);
  }
}

function reverse32(words: Uint32Array): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as number;
    words[i] = (word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24);
  }
}

function exchangePairs(words: Uint32Array): void {
  for (let i = 0; i < words.length; i += 2) {
    const first = words[i] as number;
    words[i] = words[i + 1] as number;
    words[i + 1] = first;
  }
}
