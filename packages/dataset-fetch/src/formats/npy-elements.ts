import type { TypedArray } from '@fashion-mnist/core';

/** How the elements of a NumPy type are read. */
export interface NpyElementType {
  readonly byteSize: number;
  /** The elements in these bytes, which are aligned and in the machine's byte order. */
  read(native: Uint8Array): TypedArray;
}

const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

const ELEMENT_TYPES: ReadonlyMap<string, NpyElementType> = new Map([
  [
    'u1',
    { byteSize: 1, read: ({ buffer, byteOffset, length }) => new Uint8Array(buffer, byteOffset, length) },
  ],
  [
    'i1',
    { byteSize: 1, read: ({ buffer, byteOffset, length }) => new Int8Array(buffer, byteOffset, length) },
  ],
  ['u2', { byteSize: 2, read: ({ buffer }) => new Uint16Array(buffer) }],
  ['i2', { byteSize: 2, read: ({ buffer }) => new Int16Array(buffer) }],
  ['u4', { byteSize: 4, read: ({ buffer }) => new Uint32Array(buffer) }],
  ['i4', { byteSize: 4, read: ({ buffer }) => new Int32Array(buffer) }],
  ['i8', { byteSize: 8, read: ({ buffer }) => narrow(new BigInt64Array(buffer)) }],
  ['f4', { byteSize: 4, read: ({ buffer }) => new Float32Array(buffer) }],
  ['f8', { byteSize: 8, read: ({ buffer }) => new Float64Array(buffer) }],
]);

/** The element type that NumPy calls so, for example `<f4`; undefined for those that no array of ours can hold. */
export function elementTypeOf(descr: string): NpyElementType | undefined {
  const type = ELEMENT_TYPES.get(descr.slice(1));
  const isOrdered = descr.startsWith('<') || descr.startsWith('>');
  return isOrdered || (descr.startsWith('|') && type?.byteSize === 1) ? type : undefined;
}

/**
 * Bytes of elements in the machine's byte order: single bytes as they are, wider elements in a copy, which is aligned
 * as well.
 */
export function toNativeBytes(bytes: Uint8Array, byteSize: number, isBigEndian: boolean): Uint8Array {
  if (byteSize === 1) return bytes;
  const native = new Uint8Array(bytes);
  if (isBigEndian !== isLittleEndian) return native;
  for (let at = 0; at < native.length; at += byteSize) native.subarray(at, at + byteSize).reverse();
  return native;
}

/**
 * NumPy's default integers, as numbers.
 *
 * @throws {RangeError} one of them is beyond 32 bits.
 */
function narrow(wide: BigInt64Array): Int32Array {
  const narrowed = new Int32Array(wide.length);
  for (const [index, value] of wide.entries()) {
    if (BigInt.asIntN(32, value) !== value) {
      throw new RangeError(`an element of at most 32 bits, got ${value} at index ${index}`);
    }
    narrowed[index] = Number(value);
  }
  return narrowed;
}
