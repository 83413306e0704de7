import { convertElements } from './convert-elements.ts';
import { writeElements } from './element-bytes.ts';
import {
  ELEMENT_FORMATS,
  elementTypeOfArray,
  type IdxElementType,
  type IdxTypedArray,
} from './element-type.ts';
import { encodeHeader } from './encode-header.ts';
import { IdxFormatError } from './errors.ts';
import type { IdxArray } from './parse-idx.ts';
import { elementCountOf } from './shape-size.ts';

/** How `encodeIdx` writes the elements. */
export interface EncodeIdxOptions {
  /** Element type to write; values are converted, and must fit. @default the type of the data */
  readonly type?: IdxElementType;
}

/** Row-major numbers of any kind, to be converted to an element type. */
interface NumberArray {
  readonly data: ArrayLike<number>;
  readonly shape: readonly number[];
}

/**
 * The bytes of an IDX file that holds an array. Without `type` the element type follows from the typed array
 * (`Uint8ClampedArray` is written as `uint8`), and bit patterns are kept.
 *
 * @param array - Row-major data and its shape, 1 to 255 dimensions; borrowed.
 * @returns A new array. `parseIdx` of it gives the same elements and the same shape.
 * @throws {IdxFormatError} `E_IDX_TYPE` - IDX has no such element type; `E_IDX_NDIM`, `E_IDX_TOO_LARGE` - the shape
 *   cannot be written; `E_IDX_SHAPE` - the data do not fit the shape; `E_IDX_VALUE` - a value does not fit `type`.
 */
export function encodeIdx(
  array: IdxArray | { readonly data: Uint8ClampedArray; readonly shape: readonly number[] },
  options?: EncodeIdxOptions,
): Uint8Array;
export function encodeIdx(
  array: NumberArray,
  options: EncodeIdxOptions & { readonly type: IdxElementType },
): Uint8Array;
export function encodeIdx({ data, shape }: NumberArray, options: EncodeIdxOptions = {}): Uint8Array {
  const given = elementTypeOfArray(data);
  const type = options.type ?? given;
  if (type === undefined) {
    throw new IdxFormatError('E_IDX_TYPE', {
      expected: `a typed array of ${Object.keys(ELEMENT_FORMATS).join(', ')}`,
      got: Object.prototype.toString.call(data),
      hint: 'pass type to convert it',
    });
  }
  const header = encodeHeader(type, shape);
  requireFit(shape, data.length);
  const elements = type === given ? (data as IdxTypedArray) : convertElements(data, type);
  const file = new Uint8Array(header.length + elements.byteLength);
  file.set(header);
  writeElements(elements, file.subarray(header.length));
  return file;
}

function requireFit(shape: readonly number[], length: number): void {
  const needed = elementCountOf(shape);
  if (needed === length) return;
  throw new IdxFormatError('E_IDX_SHAPE', {
    expected: `${needed} elements for the shape [${shape.join(', ')}]`,
    got: `${length}`,
  });
}
