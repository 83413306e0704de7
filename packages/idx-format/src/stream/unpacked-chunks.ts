import { gunzipStream } from '#gzip';
import { isGzip } from '../foreign-format.ts';
import { ByteReader } from './byte-reader.ts';
import { type Pullable, pull } from './pull.ts';

const MAGIC_BYTES = 2;

/** Where the bytes of a file come from, in chunks of any size: a stream of either kind, a `Blob`, a list of chunks. */
export type IdxByteSource = Pullable<Uint8Array> | Blob;

/** The chunks of a file, unpacked if the magic bytes say that it is gzip. The source is closed with the generator. */
export async function* unpackedChunks(
  source: IdxByteSource,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  const chunks = pull(source instanceof Blob ? source.stream() : source, signal);
  try {
    const reader = new ByteReader(chunks);
    const isPacked = isGzip(await reader.peek(MAGIC_BYTES));
    yield* isPacked ? gunzipStream(reader.rest()) : reader.rest();
  } finally {
    await chunks.return();
  }
}
