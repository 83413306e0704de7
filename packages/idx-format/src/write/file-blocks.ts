import { toFileBytes } from '../element-bytes.ts';
import {
  ELEMENT_FORMATS,
  elementTypeOfArray,
  type IdxElementType,
  type IdxTypedArray,
} from '../element-type.ts';
import { encodeHeader } from '../encode-header.ts';
import { IdxFormatError } from '../errors.ts';
import { type Pullable, pull } from '../stream/pull.ts';

/**
 * Content of a block as bgzip has it. What deflate cannot shrink it stores with 5 bytes more per 16 KiB, so that a
 * packed block stays within 64 KiB.
 */
export const BLOCK_CONTENT_BYTES = 0xff00;

/** What a file holds: its element type and its shape. */
export interface IdxFileHeader {
  readonly type: IdxElementType;
  readonly shape: readonly number[];
}

/**
 * The bytes of a file in blocks: the header, then whole records up to the limit, or parts of a record that is larger.
 * A block leaves only when the next byte or the end is known, so that the end of a file never leaves before the count of
 * records is known to be right.
 */
export async function* fileBlocks(
  { type, shape }: IdxFileHeader,
  records: Pullable<IdxTypedArray>,
  maxBlockBytes: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  let block = encodeHeader(type, shape);
  let filled = block.length;
  const recordLength = shape.slice(1).reduce((product, size) => product * size, 1);
  const recordBytes = recordLength * ELEMENT_FORMATS[type].byteSize;
  const blockBytes =
    maxBlockBytes - (recordBytes <= maxBlockBytes ? maxBlockBytes % Math.max(1, recordBytes) : 0);
  let missingBytes = (shape[0] ?? 1) * recordBytes;
  for await (const item of pull(records, signal)) {
    requireRecords(item, type, recordLength);
    const bytes = toFileBytes(item);
    if (bytes.length > missingBytes) throw wrongCount(shape, 'more');
    for (let offset = 0; offset < bytes.length; ) {
      if (filled === block.length) {
        yield block;
        block = new Uint8Array(Math.min(blockBytes, missingBytes));
        filled = 0;
      }
      const part = bytes.subarray(offset, offset + block.length - filled);
      block.set(part, filled);
      filled += part.length;
      offset += part.length;
      missingBytes -= part.length;
    }
  }
  if (missingBytes > 0) throw wrongCount(shape, `${missingBytes / recordBytes} less`);
  yield block;
}

function requireRecords(item: IdxTypedArray, type: IdxElementType, recordLength: number): void {
  const got = elementTypeOfArray(item);
  if (got !== type) {
    throw new IdxFormatError('E_IDX_TYPE', {
      expected: `${type} elements`,
      got: got ?? Object.prototype.toString.call(item),
    });
  }
  if (item.length % Math.max(1, recordLength) === 0) return;
  throw new IdxFormatError('E_IDX_SHAPE', {
    expected: `whole records of ${recordLength} elements`,
    got: `${item.length} elements`,
  });
}

function wrongCount(shape: readonly number[], got: string): IdxFormatError {
  return new IdxFormatError('E_IDX_SHAPE', { expected: `${shape[0]} records`, got });
}
