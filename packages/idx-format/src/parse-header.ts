import { ELEMENT_FORMATS, elementTypeOfCode, type IdxElementType } from './element-type.ts';
import { IdxFormatError } from './errors.ts';
import { refuseForeignFormat } from './foreign-format.ts';

/** What the first bytes of an IDX file say about the rest. */
export interface IdxHeader {
  readonly type: IdxElementType;
  readonly shape: readonly number[];
  readonly elementCount: number;
  /** Bytes before the first element. */
  readonly headerBytes: number;
  readonly payloadBytes: number;
}

const MAGIC_BYTES = 4;
const DIMENSION_BYTES = 4;

/**
 * Reads the header: two zero bytes, the type, the number of dimensions, one big-endian uint32 per dimension.
 * Says nothing about whether the payload is there.
 */
export function parseHeader(bytes: Uint8Array): IdxHeader {
  requireBytes(bytes, MAGIC_BYTES);
  const [zero0, zero1, typeCode = 0, rank = 0] = bytes;
  if (zero0 !== 0 || zero1 !== 0) {
    refuseForeignFormat(bytes);
    throw new IdxFormatError('E_IDX_MAGIC', {
      offset: zero0 === 0 ? 1 : 0,
      expected: 'an IDX file, which begins with two zero bytes',
      got: `0x${hex(zero0)} 0x${hex(zero1)}`,
    });
  }
  const type = elementTypeOfCode(typeCode);
  if (type === undefined) {
    throw new IdxFormatError('E_IDX_TYPE', {
      offset: 2,
      expected: 'an element type 0x08, 0x09, 0x0b, 0x0c, 0x0d or 0x0e',
      got: `0x${hex(typeCode)}`,
    });
  }
  if (rank === 0) {
    throw new IdxFormatError('E_IDX_NDIM', { offset: 3, expected: '1 to 255 dimensions', got: '0' });
  }
  const headerBytes = MAGIC_BYTES + DIMENSION_BYTES * rank;
  requireBytes(bytes, headerBytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, headerBytes);
  const shape = Array.from({ length: rank }, (_, axis) =>
    view.getUint32(MAGIC_BYTES + DIMENSION_BYTES * axis),
  );
  const elementCount = countElements(shape);
  return {
    type,
    shape,
    elementCount,
    headerBytes,
    payloadBytes: elementCount * ELEMENT_FORMATS[type].byteSize,
  };
}

function requireBytes(bytes: Uint8Array, needed: number): void {
  if (bytes.length >= needed) return;
  refuseForeignFormat(bytes);
  throw new IdxFormatError('E_IDX_SHORT_HEADER', {
    offset: bytes.length,
    expected: `a header of ${needed} bytes`,
    got: `${bytes.length} bytes`,
    hint: bytes.length === 0 ? 'the file is empty' : 'is the file cut off?',
  });
}

/** A product of up to 255 sizes may exceed what a number can count; a single 0 among them makes it 0 all the same. */
function countElements(shape: readonly number[]): number {
  if (shape.includes(0)) return 0;
  const count = shape.reduce((product, size) => product * size, 1);
  if (count * 8 <= Number.MAX_SAFE_INTEGER) return count;
  throw new IdxFormatError('E_IDX_TOO_LARGE', {
    offset: MAGIC_BYTES,
    expected: 'dimensions whose product fits in memory',
    got: shape.join(' x '),
  });
}

function hex(byte: number | undefined): string {
  return (byte ?? 0).toString(16).padStart(2, '0');
}
