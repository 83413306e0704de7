import type { IdxByteOrder } from './byte-order.ts';
import { ELEMENT_FORMATS, elementTypeOfCode, type IdxElementType } from './element-type.ts';
import { IdxFormatError } from './errors.ts';
import { refuseForeignFormat } from './foreign-format.ts';
import { elementCountOf, swappedSizes } from './shape-size.ts';
import { wrongByteOrder } from './wrong-byte-order.ts';

/** What the first bytes of an IDX file say about the rest. */
export interface IdxHeader {
  readonly type: IdxElementType;
  readonly shape: readonly number[];
  readonly elementCount: number;
  /** Bytes before the first element. */
  readonly headerBytes: number;
  readonly payloadBytes: number;
}

export interface ParseHeaderOptions {
  /** Refuse any other element type. @default any */
  readonly type?: IdxElementType;
  /** Read a file without dimensions as one element of shape `[]`, in place of refusing it. @default false */
  readonly allowScalar?: boolean;
  /** Byte order of the sizes and of the elements. @default 'big-endian', as IDX has it */
  readonly byteOrder?: IdxByteOrder;
}

const MAGIC_BYTES = 4;
const SIZE_BYTES = 4;

/**
 * How many bytes the header takes, from its first four.
 *
 * @throws {IdxFormatError} `E_IDX_*` - the bytes do not begin like an IDX file.
 */
export function headerLength(start: Uint8Array, options: ParseHeaderOptions = {}): number {
  return parseMagic(start, options).headerBytes;
}

/**
 * Reads the header: two zero bytes, the type, the number of dimensions, one uint32 per dimension. Says nothing about
 * whether the payload is there.
 *
 * @throws {IdxFormatError} `E_IDX_*` - the bytes are not an IDX header.
 */
export function parseHeader(bytes: Uint8Array, options: ParseHeaderOptions = {}): IdxHeader {
  const { type, rank, headerBytes } = parseMagic(bytes, options);
  requireBytes(bytes, headerBytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, headerBytes);
  const shape = Array.from({ length: rank }, (_, axis) =>
    view.getUint32(MAGIC_BYTES + SIZE_BYTES * axis, options.byteOrder === 'little-endian'),
  );
  const elementCount = elementCountOf(shape);
  if (!isCountable(elementCount)) throw uncountable(shape, options);
  return {
    type,
    shape,
    elementCount,
    headerBytes,
    payloadBytes: elementCount * ELEMENT_FORMATS[type].byteSize,
  };
}

interface Magic {
  readonly type: IdxElementType;
  readonly rank: number;
  readonly headerBytes: number;
}

function parseMagic(bytes: Uint8Array, { type: wanted, allowScalar = false }: ParseHeaderOptions): Magic {
  requireBytes(bytes, MAGIC_BYTES);
  const [zero0, zero1, typeCode = 0, rank = 0] = bytes;
  if (zero0 !== 0 || zero1 !== 0) {
    refuseForeignFormat(bytes);
    throw new IdxFormatError('E_IDX_MAGIC', {
      offset: zero0 === 0 ? 1 : 0,
      expected: 'an IDX file, which begins with two zero bytes',
      got: `${hex(zero0)} ${hex(zero1)}`,
    });
  }
  const type = elementTypeOfCode(typeCode);
  if (type === undefined)
    throw wrongType('an element type 0x08, 0x09, 0x0b, 0x0c, 0x0d or 0x0e', hex(typeCode));
  if (wanted !== undefined && wanted !== type) throw wrongType(`${wanted} elements`, type);
  if (rank === 0 && !allowScalar) {
    throw new IdxFormatError('E_IDX_NDIM', {
      offset: 3,
      expected: '1 to 255 dimensions',
      got: '0',
      hint: 'pass allowScalar to read a single element',
    });
  }
  return { type, rank, headerBytes: MAGIC_BYTES + SIZE_BYTES * rank };
}

function wrongType(expected: string, got: string): IdxFormatError {
  return new IdxFormatError('E_IDX_TYPE', { offset: 2, expected, got });
}

function requireBytes(bytes: Uint8Array, needed: number): void {
  if (bytes.length >= needed) return;
  if (bytes.length > 0) refuseForeignFormat(bytes);
  throw new IdxFormatError('E_IDX_SHORT_HEADER', {
    offset: bytes.length,
    expected: `a header of ${needed} bytes`,
    got: `${bytes.length} bytes`,
    hint: bytes.length === 0 ? 'the file is empty' : 'is the file cut off?',
  });
}

/** Whether the bytes of so many elements, 8 each at most, can be counted by a number. */
function isCountable(elementCount: number): boolean {
  return elementCount * 8 <= Number.MAX_SAFE_INTEGER;
}

function uncountable(shape: readonly number[], { byteOrder }: ParseHeaderOptions): IdxFormatError {
  const facts = { expected: 'dimensions whose product fits in memory', got: shape.join(' x ') };
  return isCountable(elementCountOf(swappedSizes(shape)))
    ? wrongByteOrder(facts, byteOrder)
    : new IdxFormatError('E_IDX_TOO_LARGE', { ...facts, offset: MAGIC_BYTES });
}

function hex(byte = 0): string {
  return `0x${byte.toString(16).padStart(2, '0')}`;
}
