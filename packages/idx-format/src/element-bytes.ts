import { copyReversed, type IdxByteOrder, MACHINE_ORDER } from './byte-order.ts';
import { ELEMENT_FORMATS, type IdxElementType, type IdxTypedArray } from './element-type.ts';

/**
 * The elements that the bytes of a file hold. One-byte elements are a view of the bytes; wider ones are copied once,
 * into the machine's byte order.
 *
 * @param payload - Any alignment; a multiple of the element size long; borrowed.
 */
export function toTypedArray(
  payload: Uint8Array,
  type: IdxElementType,
  byteOrder: IdxByteOrder = 'big-endian',
): IdxTypedArray {
  const { byteSize, TypedArray } = ELEMENT_FORMATS[type];
  const { buffer, byteOffset, length } = payload;
  if (byteSize === 1) return new TypedArray(buffer, byteOffset, length);
  const native = new Uint8Array(length);
  if (byteOrder === MACHINE_ORDER) native.set(payload);
  else copyReversed(payload, native, byteSize);
  return new TypedArray(native.buffer, 0, length / byteSize);
}

/** The bytes of elements as a file holds them: big-endian. One-byte elements are a view. */
export function toFileBytes(array: IdxTypedArray | Uint8ClampedArray): Uint8Array {
  if (array.BYTES_PER_ELEMENT === 1) return new Uint8Array(array.buffer, array.byteOffset, array.length);
  const bytes = new Uint8Array(array.byteLength);
  writeElements(array, bytes);
  return bytes;
}

/** Writes elements big-endian. @param target - Of their byte length, at a multiple of 4 in its buffer. */
export function writeElements(array: IdxTypedArray | Uint8ClampedArray, target: Uint8Array): void {
  const byteSize = array.BYTES_PER_ELEMENT as 1 | 2 | 4 | 8;
  const native = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  if (byteSize === 1 || MACHINE_ORDER === 'big-endian') target.set(native);
  else copyReversed(native, target, byteSize);
}
