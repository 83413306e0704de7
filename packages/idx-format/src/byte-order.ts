/** The order of the bytes of a number; IDX says big-endian. */
export type IdxByteOrder = 'big-endian' | 'little-endian';

/** How this machine keeps numbers. */
export const MACHINE_ORDER: IdxByteOrder =
  new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 'little-endian' : 'big-endian';

/** Few enough for the loops below to be called often: V8 optimises what is called often sooner than what loops long. */
const BLOCK_LENGTH = 2048;

/**
 * Copies elements and reverses the bytes of each. Reads by `DataView`, which takes any alignment and becomes a single
 * instruction per element; 64-bit elements go as two halves, so that no NaN passes through a floating-point register.
 *
 * @param source - A multiple of `byteSize` long.
 * @param target - As long as `source`, starting at a multiple of 4 in its buffer.
 */
export function copyReversed(source: Uint8Array, target: Uint8Array, byteSize: 2 | 4 | 8): void {
  const from = new DataView(source.buffer, source.byteOffset, source.length);
  const { buffer, byteOffset, length } = target;
  const to =
    byteSize === 2
      ? new Int16Array(buffer, byteOffset, length / 2)
      : new Int32Array(buffer, byteOffset, length / 4);
  const copy = byteSize === 2 ? copy16 : byteSize === 4 ? copy32 : copy64;
  for (let start = 0; start < to.length; start += BLOCK_LENGTH) {
    copy(from, to, start, Math.min(start + BLOCK_LENGTH, to.length));
  }
}

const READS_LITTLE_ENDIAN = MACHINE_ORDER === 'big-endian';

function copy16(from: DataView, to: Int16Array | Int32Array, start: number, end: number): void {
  for (let i = start; i < end; i++) to[i] = from.getInt16(2 * i, READS_LITTLE_ENDIAN);
}

function copy32(from: DataView, to: Int16Array | Int32Array, start: number, end: number): void {
  for (let i = start; i < end; i++) to[i] = from.getInt32(4 * i, READS_LITTLE_ENDIAN);
}

function copy64(from: DataView, to: Int16Array | Int32Array, start: number, end: number): void {
  for (let i = start; i < end; i += 2) {
    to[i + 1] = from.getInt32(4 * i, READS_LITTLE_ENDIAN);
    to[i] = from.getInt32(4 * i + 4, READS_LITTLE_ENDIAN);
  }
}
