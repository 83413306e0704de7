import { archiveError } from './archive-error.ts';
import type { ListedMember } from './list-members.ts';

/**
 * The bytes of a file in an archive, its size and checksum verified. Unpacking stops at the first byte beyond the size
 * that the directory declares.
 *
 * @throws {DatasetFetchError} `E_ARCHIVE` - more bytes than declared, or data that reach into the next entry.
 * @throws what zip.js throws for damaged data.
 */
export async function unpackMember(
  { entry, limit }: ListedMember,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(entry.uncompressedSize);
  let filled = 0;
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      if (filled + chunk.length > bytes.length) throw sizeError(entry.filename, bytes.length, 'more');
      bytes.set(chunk, filled);
      filled += chunk.length;
    },
  });
  await entry.getData(sink, {
    useWebWorkers: false,
    useCompressionStream: true,
    checkCrc32: true,
    checkOverlappingEntry: true,
    ...(signal !== undefined && { signal }),
  });
  if (filled < bytes.length) throw sizeError(entry.filename, bytes.length, String(filled));
  const dataEnd = (entry.localDirectory?.dataOffset ?? 0) + entry.compressedSize;
  if (dataEnd <= limit) return bytes;
  throw archiveError(`zip: expected ${entry.filename} to end at byte ${limit}, got ${dataEnd} (overlapping)`);
}

function sizeError(name: string, expected: number, got: string): Error {
  return archiveError(`zip: expected ${expected} bytes in ${name}, as its directory says, got ${got}`);
}
