import { isLittleEndian, reverseElementBytes } from './byte-order.ts';
import { ELEMENT_FORMATS, type IdxElementType, type IdxTypedArray } from './element-type.ts';
import { IdxFormatError } from './errors.ts';
import { type IdxHeader, parseHeader } from './parse-header.ts';

/** An array read from IDX: flat and row-major. */
export interface IdxArray<T extends IdxElementType = IdxElementType> {
  readonly data: IdxTypedArray<T>;
  readonly shape: readonly number[];
}

export interface ParseIdxOptions<T extends IdxElementType = IdxElementType> {
  /** Refuse any other element type, and narrow the type of the result. @default any */
  readonly type?: T;
  /** Ignore bytes behind the declared end, in place of refusing them. @default false */
  readonly allowTrailing?: boolean;
}

/**
 * The array in an IDX file, for all six element types and 1 to 255 dimensions.
 *
 * @param bytes - The whole file, uncompressed; borrowed. One-byte elements are a view of these bytes, nothing is
 *   copied; wider elements are copied once, into the machine's byte order. Bit patterns are kept, NaN payloads too.
 * @throws {IdxFormatError} `E_IDX_*` - when the bytes are not a whole IDX file. The declared size is checked against
 *   the bytes that are there before anything is allocated.
 * @see http://yann.lecun.com/exdb/mnist/, "THE IDX FILE FORMAT"
 */
export function parseIdx<T extends IdxElementType = IdxElementType>(
  bytes: Uint8Array,
  { type, allowTrailing = false }: ParseIdxOptions<T> = {},
): IdxArray<T> {
  const header = parseHeader(bytes);
  if (type !== undefined && header.type !== type) {
    throw new IdxFormatError('E_IDX_TYPE', { offset: 2, expected: `${type} elements`, got: header.type });
  }
  requirePayload(bytes, header, allowTrailing);
  return { data: readElements(bytes, header) as IdxTypedArray<T>, shape: header.shape };
}

function requirePayload(bytes: Uint8Array, header: IdxHeader, allowTrailing: boolean): void {
  const present = bytes.length - header.headerBytes;
  if (present === header.payloadBytes || (allowTrailing && present > header.payloadBytes)) return;
  const sizes = { expected: `${header.payloadBytes} bytes of data`, got: `${present}` };
  if (fitsWhenLittleEndian(header, present)) {
    throw new IdxFormatError('E_IDX_ENDIAN', {
      ...sizes,
      offset: 4,
      hint: 'the dimensions were written little-endian; IDX is big-endian',
    });
  }
  if (present < header.payloadBytes) {
    throw new IdxFormatError('E_IDX_TRUNCATED', {
      ...sizes,
      offset: bytes.length,
      hint: 'is the file cut off?',
    });
  }
  throw new IdxFormatError('E_IDX_TRAILING', {
    ...sizes,
    offset: header.headerBytes + header.payloadBytes,
    hint: 'pass allowTrailing to ignore the rest',
  });
}

function fitsWhenLittleEndian({ shape, type }: IdxHeader, present: number): boolean {
  const swapped = shape.map((size) =>
    new DataView(Uint32Array.of(size).buffer).getUint32(0, !isLittleEndian),
  );
  const count = swapped.reduce((product, size) => product * size, 1);
  return present > 0 && count * ELEMENT_FORMATS[type].byteSize === present;
}

function readElements(bytes: Uint8Array, header: IdxHeader): IdxTypedArray {
  const { byteSize, TypedArray } = ELEMENT_FORMATS[header.type];
  const payload = bytes.subarray(header.headerBytes, header.headerBytes + header.payloadBytes);
  if (byteSize === 1) return new TypedArray(payload.buffer, payload.byteOffset, header.elementCount);
  const native = reverseElementBytes(payload.slice(), byteSize);
  return new TypedArray(native.buffer, 0, header.elementCount);
}
