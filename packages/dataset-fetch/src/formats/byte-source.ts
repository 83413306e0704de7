import { archiveError } from './archive-error.ts';

/** Bytes that are read in parts, from memory or from a file on disk. */
export interface ByteSource {
  readonly byteLength: number;
  /** The bytes from `offset`, fewer than `length` at the end. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** What zip.js reads from. */
export interface ZipSource {
  readonly size: number;
  readonly readable: ReadableStream<Uint8Array>;
  createReadable(part?: { offset?: number; size?: number }): ReadableStream<Uint8Array>;
  readUint8Array(offset: number, length: number): Promise<Uint8Array>;
}

const CHUNK_BYTES = 2 ** 20;
/** Headers are read at once. A directory of 10,000 entries has a hundred bytes for each, so this is ample. */
const LARGEST_HEADER_BYTES = 2 ** 24;

export function openByteSource(source: Blob | Uint8Array): ByteSource {
  if (source instanceof Uint8Array) {
    const read = (offset: number, length: number) =>
      Promise.resolve(source.subarray(offset, offset + length));
    return { byteLength: source.length, read };
  }
  return {
    byteLength: source.size,
    read: async (offset, length) => new Uint8Array(await source.slice(offset, offset + length).arrayBuffer()),
  };
}

/** The same bytes, as zip.js wants them: entries are streamed in parts, and what it reads at once is limited. */
export function toZipSource(source: ByteSource): ZipSource {
  const createReadable: ZipSource['createReadable'] = ({ offset = 0, size } = {}) =>
    streamPart(source, offset, size ?? source.byteLength - offset);
  return {
    size: source.byteLength,
    get readable() {
      return createReadable();
    },
    createReadable,
    readUint8Array: async (offset, length) => {
      if (length <= LARGEST_HEADER_BYTES) return source.read(offset, length);
      throw archiveError(`zip: expected a directory of at most ${LARGEST_HEADER_BYTES} bytes, got ${length}`);
    },
  };
}

function streamPart(source: ByteSource, offset: number, size: number): ReadableStream<Uint8Array> {
  const end = Math.min(offset + size, source.byteLength);
  let position = offset;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const chunk = await source.read(position, Math.min(CHUNK_BYTES, end - position));
        position += chunk.length;
        if (chunk.length > 0) controller.enqueue(chunk);
        if (position >= end || chunk.length === 0) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}
