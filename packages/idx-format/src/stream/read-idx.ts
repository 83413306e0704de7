import { toTypedArray } from '../element-bytes.ts';
import type { IdxElementType, IdxTypedArray } from '../element-type.ts';
import type { IdxHeader } from '../parse-header.ts';
import type { IdxArray } from '../parse-idx.ts';
import { requirePayload } from '../require-payload.ts';
import { ByteReader } from './byte-reader.ts';
import { type ReadHeaderOptions, readHeader } from './read-header.ts';
import { type IdxByteSource, unpackedChunks } from './unpacked-chunks.ts';

/** A slice along the first dimension: an image of a file of images, an element of a file of labels. */
export interface IdxRecord<T extends IdxElementType = IdxElementType> extends IdxArray<T> {
  readonly index: number;
  /** How many records the file has. */
  readonly count: number;
}

/** What `readIdx` accepts, and when it ends early. */
export interface ReadIdxOptions<T extends IdxElementType = IdxElementType> extends ReadHeaderOptions<T> {
  /** Ends the reading, also while it waits for the source; rejects with its reason. */
  readonly signal?: AbortSignal;
}

/**
 * The records of an IDX file, one by one as its bytes arrive, plain or gzipped; the magic bytes tell.
 *
 * @param source - Chunks of any size. It is closed when the reader stops early, on every error and on abort; its own
 *   errors pass through.
 * @returns Records with memory of their own; none if they have no elements, however many are declared. Beside the one
 *   that is being read, about 1 MiB is held.
 * @throws {IdxFormatError} `E_IDX_*` - as `parseIdx`; `E_IDX_TRUNCATED`, `E_IDX_TRAILING` and `E_GZIP_*` may come after
 *   records that were good. Nothing is allocated on the word of the header alone.
 */
export async function* readIdx<T extends IdxElementType = IdxElementType>(
  source: IdxByteSource,
  options: ReadIdxOptions<T> = {},
): AsyncGenerator<IdxRecord<T>, void, undefined> {
  const chunks = unpackedChunks(source, options.signal);
  try {
    const reader = new ByteReader(chunks);
    const header = await readHeader((length) => reader.peek(length), options);
    await reader.take(header.headerBytes);
    yield* readRecords(reader, header, options);
    if (options.allowTrailing === true) return;
    const extra = await reader.peek(1);
    requirePayload(header, header.payloadBytes + Math.min(1, extra.length), options);
  } finally {
    await chunks.return();
  }
}

async function* readRecords<T extends IdxElementType>(
  reader: ByteReader,
  header: IdxHeader,
  options: ReadIdxOptions<T>,
): AsyncGenerator<IdxRecord<T>, void, undefined> {
  const [count = 0, ...shape] = header.shape;
  if (header.elementCount === 0) return;
  const recordBytes = header.payloadBytes / count;
  for (let index = 0; index < count; index++) {
    options.signal?.throwIfAborted();
    const bytes = await reader.take(recordBytes);
    if (bytes.length < recordBytes) requirePayload(header, index * recordBytes + bytes.length, options);
    const data = toTypedArray(bytes, header.type, options.byteOrder) as IdxTypedArray<T>;
    yield { index, count, data, shape };
  }
}
