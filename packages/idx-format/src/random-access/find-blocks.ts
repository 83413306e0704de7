import { IdxFormatError } from '../errors.ts';
import { blockBytes, MAX_BLOCK_BYTES, MIN_HEADER_BYTES } from './block-bytes.ts';
import { type BlockTable, parseBlockIndex, wrongBlocks } from './block-index.ts';
import { type RandomAccessSource, readExactly } from './random-access-source.ts';

/** One read brings the header of a block, and where blocks are small the headers of several. */
const WINDOW_BYTES = 4096;
const MAX_HEADER_BYTES = 256;
const LENGTH_BYTES = 4;

/**
 * Finds the blocks: those that the index lists, and behind them by hopping from header to header.
 *
 * @returns The table ends with the ends of the two files.
 */
export async function findBlocks(
  file: RandomAccessSource,
  index: Uint8Array | undefined,
  signal: AbortSignal | undefined,
): Promise<BlockTable> {
  const table = index === undefined ? { packed: [0], unpacked: [0] } : parseBlockIndex(index, file.size);
  const read = windowed(file, signal);
  let packed = table.packed.at(-1) ?? 0;
  let unpacked = table.unpacked.at(-1) ?? 0;
  while (packed < file.size) {
    const size = blockBytes(await read(packed, Math.min(MAX_HEADER_BYTES, file.size - packed)));
    if (packed + (size ?? MIN_HEADER_BYTES) > file.size) throw cutOff(file.size);
    if (size === undefined) {
      throw index === undefined ? notBlocked(packed) : wrongBlocks(`no block at byte ${packed}`);
    }
    const trailer = await read(packed + size - LENGTH_BYTES, LENGTH_BYTES);
    const content = new DataView(trailer.buffer, trailer.byteOffset).getUint32(0, true);
    if (content > MAX_BLOCK_BYTES) throw notBlocked(packed);
    packed += size;
    unpacked += content;
    table.packed.push(packed);
    table.unpacked.push(unpacked);
  }
  return table;
}

/** Reads forward only: more than it is asked for, and answers from that as long as possible. */
function windowed(
  file: RandomAccessSource,
  signal: AbortSignal | undefined,
): (offset: number, length: number) => Promise<Uint8Array> {
  let start = 0;
  let window: Uint8Array = new Uint8Array(0);
  return async (offset, length) => {
    if (offset + length > start + window.length) {
      window = await readExactly(file, offset, Math.min(WINDOW_BYTES, file.size - offset), signal);
      start = offset;
    }
    return window.subarray(offset - start, offset - start + length);
  };
}

function notBlocked(offset: number): IdxFormatError {
  return new IdxFormatError('E_GZIP_NOT_BLOCKED', {
    offset,
    expected: 'a block of a blocked gzip',
    got: 'others',
    hint: 'make one with bgzip or with writeIdx, or unpack the file',
  });
}

function cutOff(offset: number): IdxFormatError {
  return new IdxFormatError('E_GZIP_TRUNCATED', {
    offset,
    expected: 'the rest of a block',
    got: 'the end of the file',
    hint: 'is the file cut off?',
  });
}
