import { gzipStream } from '#gzip';
import type { IdxTypedArray } from '../element-type.ts';
import { BLOCK_CONTENT_BYTES, fileBlocks, type IdxFileHeader } from './file-blocks.ts';

/** How a file is packed; `blocked-gzip` is gzip that `openIdx` can read at any place. */
export type IdxCompression = 'none' | 'gzip' | 'blocked-gzip';

/** How `writeIdx` packs, and when it ends early. */
export interface WriteIdxOptions {
  /** @default 'none' */
  readonly compression?: IdxCompression;
  /** Given the bytes of the `.gzi` index, once the last byte of a blocked gzip has left. */
  readonly onIndex?: (gzi: Uint8Array) => void;
  /** Ends the writing between two records, and while it waits for one; rejects with its reason. */
  readonly signal?: AbortSignal;
}

const DEFAULTS = Object.freeze({ compression: 'none' } satisfies WriteIdxOptions);

/**
 * The bytes of an IDX file, in chunks of about 64 KiB, made as they are pulled. The records are closed when the reader
 * stops early, and on every error.
 *
 * @param header - Element type and shape of the whole file, 1 to 255 dimensions.
 * @param records - Typed arrays that hold one or more whole records each, a record being a slice along the first
 *   dimension. Each is borrowed until the next is asked for.
 * @throws {IdxFormatError} `E_IDX_NDIM`, `E_IDX_TOO_LARGE` - the shape cannot be written; `E_IDX_TYPE` - other elements;
 *   `E_IDX_SHAPE` - a part of a record, or more or fewer records than the shape says, always before the file is complete.
 * @remarks The blocks are BGZF, as bgzip writes them: the header is a block of its own, and as many whole records as
 *   fit in 65,280 bytes are the next ones.
 */
export function writeIdx(
  header: IdxFileHeader,
  records: AsyncIterable<IdxTypedArray> | Iterable<IdxTypedArray>,
  options: WriteIdxOptions = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  const { compression, onIndex, signal } = { ...DEFAULTS, ...options };
  const blocks = fileBlocks(header, records, BLOCK_CONTENT_BYTES, signal);
  switch (compression) {
    case 'none':
      return blocks;
    case 'gzip':
      return gzipStream(blocks);
    case 'blocked-gzip':
      return inBlocks(blocks, onIndex);
  }
}

async function* inBlocks(
  chunks: AsyncIterable<Uint8Array>,
  onIndex: WriteIdxOptions['onIndex'],
): AsyncGenerator<Uint8Array, void, undefined> {
  const { blockedGzip } = await import('./blocked-gzip.ts');
  yield* blockedGzip(chunks, onIndex);
}
