import { openPath } from '#open-path';
import type { IdxElementType } from '../element-type.ts';
import { isGzip } from '../foreign-format.ts';
import { requirePayload } from '../require-payload.ts';
import { type ReadHeaderOptions, readHeader } from '../stream/read-header.ts';
import { IdxFile } from './idx-file.ts';
import { blobSource, bytesSource } from './memory-source.ts';
import { type RandomAccessSource, readExactly, sourceError } from './random-access-source.ts';

/** What `openIdx` accepts, and how it reads. */
export interface OpenIdxOptions<T extends IdxElementType = IdxElementType> extends ReadHeaderOptions<T> {
  /** The bytes of the `.gzi` index of a blocked gzip. @default the headers of all blocks are read, one after the other */
  readonly index?: Uint8Array;
  /** Used for every request to a web server. @default globalThis.fetch */
  readonly fetch?: typeof globalThis.fetch;
  /** Ends the opening, not the reads after it; rejects with its reason. */
  readonly signal?: AbortSignal;
}

/**
 * An IDX file that is read at any place without being loaded: plain, or a blocked gzip as `bgzip` and `writeIdx` make it.
 *
 * @param source - A path or a `file:` URL in Node; an `http(s):` address, in browsers also a relative one, of a server
 *   that answers Range requests; a `Blob` or `File`; bytes; or a source of your own, which is closed with the file.
 * @throws {IdxFormatError} `E_IDX_*` - as `parseIdx`, the size checked without reading the data; `E_IDX_SOURCE` - the
 *   server cannot send parts, the file changed, or the index is that of another file; `E_GZIP_NOT_BLOCKED` - a gzip
 *   that must be unpacked from its start. Errors of the file system and of `fetch` pass through.
 * @remarks One read, of at most 64 KiB for a blocked gzip, brings a small record. Without `index`, opening a blocked
 *   gzip costs a read of 4 KiB for each of its blocks, in turn: from a web server, give the index.
 */
export async function openIdx<T extends IdxElementType = IdxElementType>(
  source: string | URL | Blob | Uint8Array | RandomAccessSource,
  options: OpenIdxOptions<T> = {},
): Promise<IdxFile<T>> {
  const file = await sourceOf(source, options);
  try {
    const content = await unpackedSource(file, options);
    const { byteOrder, signal } = options;
    const header = await readHeader(
      (length) => readExactly(content, 0, Math.min(length, content.size), signal),
      options,
    );
    requirePayload(header, content.size - header.headerBytes, options);
    return new IdxFile<T>(content, header, byteOrder);
  } catch (error) {
    await file.close?.();
    throw error;
  }
}

async function sourceOf(
  source: string | URL | Blob | Uint8Array | RandomAccessSource,
  options: OpenIdxOptions,
): Promise<RandomAccessSource> {
  if (typeof source === 'string' || source instanceof URL) return openPath(String(source), options);
  if (source instanceof Blob) return blobSource(source);
  return 'read' in source ? source : bytesSource(source);
}

async function unpackedSource(
  file: RandomAccessSource,
  { index, signal }: OpenIdxOptions,
): Promise<RandomAccessSource> {
  if (isGzip(await readExactly(file, 0, Math.min(2, file.size), signal))) {
    const { blockedGzipSource } = await import('./blocked-gzip-source.ts');
    return blockedGzipSource(file, index, signal);
  }
  if (index !== undefined) {
    throw sourceError('a blocked gzip, as an index is given', 'a file that is not gzip', 'open it without');
  }
  return file;
}
