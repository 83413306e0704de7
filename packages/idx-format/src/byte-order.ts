/** The order of the bytes of a number; IDX says big-endian. */
export type IdxByteOrder = 'big-endian' | 'little-endian';

/** How this machine keeps numbers. */
export const MACHINE_ORDER: IdxByteOrder =
  new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 'little-endian' : 'big-endian';

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
  if (byteSize === 2) copy16(from, new Int16Array(buffer, byteOffset, length / 2));
  else if (byteSize === 4) copy32(from, new Int32Array(buffer, byteOffset, length / 4));
  else copy64(from, new Int32Array(buffer, byteOffset, length / 4));
}

const READS_LITTLE_ENDIAN = MACHINE_ORDER === 'big-endian';

function copy16(from: DataView, to: Int16Array): void {
  for (let i = 0; i < to.length; i++) to[i] = from.getInt16(2 * i, READS_LITTLE_ENDIAN);
}

function copy32(from: DataView, to: Int32Array): void {
  for (let i = 0; i < to.length; i++) to[i] = from.getInt32(4 * i, READS_LITTLE_ENDIAN);
}

function copy64(from: DataView, to: Int32Array): void {
  for (let i = 0; i < to.length; i += 2) {
    to[i + 1] = from.getInt32(4 * i, READS_LITTLE_ENDIAN);
    to[i] = from.getInt32(4 * i + 4, READS_LITTLE_ENDIAN);
  }
}
