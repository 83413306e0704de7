/** The order of the bytes of a number; IDX says big-endian. */
export type IdxByteOrder = 'big-endian' | 'little-endian';

/** How this machine keeps numbers. */
export const MACHINE_ORDER: IdxByteOrder =
  new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 'little-endian' : 'big-endian';

/**
 * Copies elements and reverses the bytes of each, in one pass over 32-bit words.
 *
 * @param source - Any alignment; a multiple of `byteSize` long.
 * @param target - As long as `source`, starting at a multiple of 4 in its buffer.
 */
export function copyReversed(source: Uint8Array, target: Uint8Array, byteSize: 2 | 4 | 8): void {
  const isAligned = source.byteOffset % 4 === 0;
  if (!isAligned) target.set(source);
  const to = wordsOf(target);
  const from = isAligned ? wordsOf(source) : to;
  if (byteSize === 2) {
    reverse16(from, to);
    const rest = source.length % 4;
    if (rest !== 0) target.set([source.at(-1) ?? 0, source.at(-2) ?? 0], source.length - rest);
  } else if (byteSize === 4) reverse32(from, to);
  else reverse64(from, to);
}

function wordsOf({ buffer, byteOffset, length }: Uint8Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, length >> 2);
}

function reverse16(from: Uint32Array, to: Uint32Array): void {
  for (let i = 0; i < from.length; i++) {
    const word = from[i] as number;
    to[i] = ((word & 0x00ff00ff) << 8) | ((word >>> 8) & 0x00ff00ff);
  }
}

function reverse32(from: Uint32Array, to: Uint32Array): void {
  for (let i = 0; i < from.length; i++) to[i] = reversed(from[i] as number);
}

function reverse64(from: Uint32Array, to: Uint32Array): void {
  for (let i = 0; i < from.length; i += 2) {
    const first = from[i] as number;
    to[i] = reversed(from[i + 1] as number);
    to[i + 1] = reversed(first);
  }
}

/** Rotates the four bytes by one to the left and to the right, and takes every second one of each. */
function reversed(word: number): number {
  return (((word << 8) | (word >>> 24)) & 0x00ff00ff) | (((word << 24) | (word >>> 8)) & 0xff00ff00);
}
