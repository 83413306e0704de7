import type { Entry, FileEntry, ZipReader } from '@zip.js/zip.js/lib/zip-core-reader.js';
import { archiveError } from './archive-error.ts';
import { isRelativePath } from './relative-path.ts';

/** A file in a zip archive, its place in the archive checked. */
export interface ListedMember {
  readonly entry: FileEntry;
  /** Where the next entry, or the archive, ends it at the latest. */
  readonly limit: number;
}

const MOST_ENTRIES = 10_000;
/** The fixed part of what stands before the data of an entry. */
const LOCAL_HEADER_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
/** No 258 bytes can be said in less than two bits. */
const LARGEST_DEFLATE_RATIO = 1032;

/**
 * The files of an archive by name, folders left out, from its directory alone.
 *
 * @throws {DatasetFetchError} `E_ARCHIVE` - a name is unsafe or there twice, an entry is encrypted, packed in an unusual
 *   way or larger than its bytes allow, entries overlap, or there are too many.
 */
export async function listMembers(
  reader: ZipReader<unknown>,
  archiveBytes: number,
): Promise<ReadonlyMap<string, ListedMember>> {
  const entries: Entry[] = [];
  const names = new Set<string>();
  for await (const entry of reader.getEntriesGenerator()) {
    if (entries.length === MOST_ENTRIES) throw zipError(`at most ${MOST_ENTRIES} entries`, 'more');
    requireSafe(entry);
    if (names.has(entry.filename)) throw zipError('every name once', `${quote(entry.filename)} twice`);
    names.add(entry.filename);
    entries.push(entry);
  }
  return placeMembers(entries, reader.directoryOffset ?? archiveBytes);
}

function requireSafe(entry: Entry): void {
  const { filename, directory, encrypted, compressionMethod, compressedSize, uncompressedSize } = entry;
  const path = directory ? filename.replace(/\/$/, '') : filename;
  if (!isRelativePath(path)) throw zipError('names that stay inside the archive', quote(filename));
  if (encrypted) throw zipError('entries without a password', `${quote(filename)} encrypted`);
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED) {
    throw zipError('entries stored or deflated', `${quote(filename)} with method ${compressionMethod}`);
  }
  const largest = compressionMethod === STORED ? compressedSize : compressedSize * LARGEST_DEFLATE_RATIO;
  if (uncompressedSize > largest) {
    throw zipError(
      `at most ${largest} bytes in the ${compressedSize} of ${quote(filename)}`,
      String(uncompressedSize),
    );
  }
}

/** Two entries may share their bytes: a small archive that unpacks to far more than its size allows. */
function placeMembers(entries: readonly Entry[], end: number): ReadonlyMap<string, ListedMember> {
  const members = new Map<string, ListedMember>();
  const ordered = entries.toSorted((left, right) => left.offset - right.offset);
  for (const [index, entry] of ordered.entries()) {
    const { filename, rawFilename, offset, compressedSize } = entry;
    const limit = ordered[index + 1]?.offset ?? end;
    if (offset + LOCAL_HEADER_BYTES + rawFilename.length + compressedSize > limit) {
      throw zipError('entries that lie side by side', `${quote(filename)} overlapping what follows it`);
    }
    if (!entry.directory) members.set(filename, { entry, limit });
  }
  return members;
}

function zipError(expected: string, got: string): Error {
  return archiveError(`zip: expected ${expected}, got ${got}`);
}

function quote(name: string): string {
  return JSON.stringify(name.slice(0, 100));
}
