import { reverseElementBytes } from './byte-order.ts';
import { ELEMENT_FORMATS, elementTypeOfArray } from './element-type.ts';
import { IdxFormatError } from './errors.ts';
import type { IdxArray } from './parse-idx.ts';

const MAX_RANK = 255;
const MAX_SIZE = 2 ** 32 - 1;

/**
 * The bytes of an IDX file that holds an array. The element type follows from the typed array
 * (`Uint8ClampedArray` is written as `uint8`).
 *
 * @param array - Row-major data and its shape, 1 to 255 dimensions; borrowed.
 * @returns A new array. `parseIdx` of it gives the same bits and the same shape.
 * @throws {IdxFormatError} `E_IDX_TYPE` - IDX has no such element type; `E_IDX_NDIM`, `E_IDX_TOO_LARGE` - the shape
 *   cannot be written; `E_IDX_SHAPE` - the data do not fit the shape.
 */
export function encodeIdx(
  array: IdxArray | { readonly data: Uint8ClampedArray; readonly shape: readonly number[] },
): Uint8Array {
  const { data, shape } = array;
  const type = elementTypeOfArray(data);
  if (type === undefined) {
    throw new IdxFormatError('E_IDX_TYPE', {
      expected: `a typed array of ${Object.keys(ELEMENT_FORMATS).join(', ')}`,
      got: Object.prototype.toString.call(data),
    });
  }
  requireWritableShape(shape, data.length);

  const { code, byteSize } = ELEMENT_FORMATS[type];
  const headerBytes = 4 + 4 * shape.length;
  const file = new Uint8Array(headerBytes + data.byteLength);
  const view = new DataView(file.buffer);
  view.setUint8(2, code);
  view.setUint8(3, shape.length);
  shape.forEach((size, axis) => view.setUint32(4 + 4 * axis, size));

  const elements = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  file.set(byteSize === 1 ? elements : reverseElementBytes(elements.slice(), byteSize), headerBytes);
  return file;
}

function requireWritableShape(shape: readonly number[], length: number): void {
  if (shape.length < 1 || shape.length > MAX_RANK) {
    throw new IdxFormatError('E_IDX_NDIM', { expected: '1 to 255 dimensions', got: `${shape.length}` });
  }
  const unwritable = shape.find((size) => !Number.isInteger(size) || size < 0 || size > MAX_SIZE);
  if (unwritable !== undefined) {
    throw new IdxFormatError('E_IDX_TOO_LARGE', {
      expected: 'whole sizes in 0..2^32-1',
      got: `${unwritable}`,
    });
  }
  const needed = shape.includes(0) ? 0 : shape.reduce((product, size) => product * size, 1);
  if (needed !== length) {
    throw new IdxFormatError('E_IDX_SHAPE', {
      expected: `${needed} elements for the shape [${shape.join(', ')}]`,
      got: `${length}`,
    });
  }
}
