import type { IdxFormatError } from '../errors.ts';
import { MAX_BLOCK_BYTES } from './block-bytes.ts';
import { sourceError } from './random-access-source.ts';

/** Where blocks begin in the packed file, and where their content begins in the unpacked one. */
export interface BlockTable {
  readonly packed: number[];
  readonly unpacked: number[];
}

const COUNT_BYTES = 8;
const ENTRY_BYTES = 16;

/**
 * The blocks that a `.gzi` index lists: a count, then two offsets for each block but the first, all little-endian
 * uint64.
 *
 * @see http://www.htslib.org/doc/bgzip.html, "GZI FORMAT"
 */
export function parseBlockIndex(bytes: Uint8Array, fileBytes: number): BlockTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const uint64 = (offset: number) => Number(view.getBigUint64(offset, true));
  if (bytes.length < COUNT_BYTES || bytes.length !== COUNT_BYTES + ENTRY_BYTES * uint64(0)) {
    throw wrongBlocks(`an index of ${bytes.length} bytes`);
  }
  let [packed, unpacked] = [0, 0];
  const table: BlockTable = { packed: [packed], unpacked: [unpacked] };
  for (let entry = COUNT_BYTES; entry < bytes.length; entry += ENTRY_BYTES) {
    const packedBytes = uint64(entry) - packed;
    const unpackedBytes = uint64(entry + 8) - unpacked;
    packed += packedBytes;
    unpacked += unpackedBytes;
    const isAscending = packedBytes > 0 && unpackedBytes >= 0 && packed < fileBytes;
    if (!isAscending || Math.max(packedBytes, unpackedBytes) > MAX_BLOCK_BYTES) {
      throw wrongBlocks(`a block at byte ${packed} of ${fileBytes}`);
    }
    table.packed.push(packed);
    table.unpacked.push(unpacked);
  }
  return table;
}

/** The `.gzi` index of these blocks. */
export function encodeBlockIndex({ packed, unpacked }: BlockTable): Uint8Array {
  const bytes = new Uint8Array(COUNT_BYTES + ENTRY_BYTES * (packed.length - 1));
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(packed.length - 1), true);
  for (let block = 1; block < packed.length; block++) {
    const entry = COUNT_BYTES + ENTRY_BYTES * (block - 1);
    view.setBigUint64(entry, BigInt(packed[block] ?? 0), true);
    view.setBigUint64(entry + 8, BigInt(unpacked[block] ?? 0), true);
  }
  return bytes;
}

/** The error for blocks that are not where they were found or listed. */
export function wrongBlocks(got: string): IdxFormatError {
  return sourceError('a file that fits its index of blocks', got, 'index it again, with bgzip --reindex');
}
