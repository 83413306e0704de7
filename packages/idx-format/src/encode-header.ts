import { ELEMENT_FORMATS, type IdxElementType } from './element-type.ts';
import { IdxFormatError } from './errors.ts';

const MAX_RANK = 255;
const MAX_SIZE = 2 ** 32 - 1;

/**
 * The bytes before the first element: two zeros, the type, the number of dimensions, each size big-endian.
 *
 * @throws {IdxFormatError} `E_IDX_NDIM`, `E_IDX_TOO_LARGE` - the shape cannot be written.
 */
export function encodeHeader(type: IdxElementType, shape: readonly number[]): Uint8Array {
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
  const header = new Uint8Array(4 + 4 * shape.length);
  header.set([0, 0, ELEMENT_FORMATS[type].code, shape.length]);
  const view = new DataView(header.buffer);
  shape.forEach((size, axis) => view.setUint32(4 + 4 * axis, size));
  return header;
}
