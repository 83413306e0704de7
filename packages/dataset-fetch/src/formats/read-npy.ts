import { elementCount, type NdArray } from '@fashion-mnist/core';
import { archiveError } from './archive-error.ts';
import { elementTypeOf, toNativeBytes } from './npy-elements.ts';
import { npyError, parseNpyHeader } from './npy-header.ts';

/**
 * The array in an npy file of NumPy, versions 1 to 3, of numbers in either byte order.
 *
 * @param bytes - The whole file; borrowed. One-byte elements are a view of these bytes, nothing is copied; wider ones
 *   are copied once, bit patterns are kept. 64-bit integers become int32.
 * @throws {DatasetFetchError} `E_ARCHIVE` - not an npy file, not of its declared size, in Fortran's order, or of
 *   elements that no array of ours can hold; with the offset. The size is checked before anything is allocated.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export function readNpy(bytes: Uint8Array): NdArray {
  const { descr, fortranOrder, shape, headerBytes } = parseNpyHeader(bytes);
  const type = elementTypeOf(descr);
  if (type === undefined) throw npyError(headerBytes, 'numbers (u1 to f8)', `elements of type '${descr}'`);
  if (fortranOrder && shape.length > 1) {
    throw npyError(
      headerBytes,
      "an array in C's order",
      "one in Fortran's (save numpy.ascontiguousarray of it)",
    );
  }
  const expected = elementCount(shape) * type.byteSize;
  const present = bytes.length - headerBytes;
  if (present !== expected) {
    throw npyError(headerBytes, `${expected} bytes of data for shape (${shape.join(', ')})`, `${present}`);
  }
  const native = toNativeBytes(bytes.subarray(headerBytes), type.byteSize, descr.startsWith('>'));
  try {
    return { data: type.read(native), shape };
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw archiveError(`npy: expected ${cause.message}`, { cause });
  }
}
