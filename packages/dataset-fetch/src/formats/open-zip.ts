import { DatasetFetchError } from '../errors.ts';
import { archiveError } from './archive-error.ts';
import { type ByteSource, openByteSource, toZipSource } from './byte-source.ts';
import { type ListedMember, listMembers } from './list-members.ts';
import { unpackMember } from './unpack-member.ts';

/** A file in a zip archive. */
interface ZipMember {
  readonly name: string;
  /** Unpacked. */
  readonly byteLength: number;
}

export interface ReadMemberOptions {
  /** A file that unpacks to more is refused before anything is allocated for it. */
  readonly maxBytes: number;
  readonly signal?: AbortSignal | undefined;
}

export interface ZipArchive {
  /** The files, folders left out, in the order of their bytes. */
  readonly members: readonly ZipMember[];
  /**
   * The bytes of one file, unpacked, its checksum verified.
   *
   * @throws {DatasetFetchError} `E_ARCHIVE` - no such file, larger than `maxBytes`, or damaged.
   * @throws the signal's reason, when aborted.
   */
  read(member: string, options: ReadMemberOptions): Promise<Uint8Array>;
}

const SHOWN_NAMES = 5;
/** Names are checked by `listMembers`, whose errors quote them. */
const STRICT = { strictness: 'strict', filenameValidation: 'tolerant', useWebWorkers: false } as const;

/**
 * A zip archive, zip64 too, whose directory is read and checked; nothing is unpacked yet. Of a `Blob` only the parts
 * that are needed are read.
 *
 * @param source - The whole archive; borrowed, and read again by `read`.
 * @throws {DatasetFetchError} `E_ARCHIVE` - not a zip, cut off, or ambiguous; names that lead out of the archive or are
 *   there twice; encrypted or overlapping entries; more than 10,000 of them.
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export async function openZip(source: Blob | Uint8Array): Promise<ZipArchive> {
  const bytes = openByteSource(source);
  const members = await listAll(bytes);
  return {
    members: Array.from(members, ([name, { entry }]) => ({ name, byteLength: entry.uncompressedSize })),
    read: (name, options) => readMember(members, name, options),
  };
}

/** zip.js is large and few need it: it is loaded on demand, without its writer and its workers. */
async function listAll(source: ByteSource): Promise<ReadonlyMap<string, ListedMember>> {
  const { ZipReader } = await import('@zip.js/zip.js/lib/zip-core-reader.js');
  const reader = new ZipReader(toZipSource(source), STRICT);
  try {
    return await listMembers(reader, source.byteLength);
  } catch (error) {
    throw asArchiveError(error, `a zip archive${await describeStart(source)}`);
  }
}

async function readMember(
  members: ReadonlyMap<string, ListedMember>,
  name: string,
  { maxBytes, signal }: ReadMemberOptions,
): Promise<Uint8Array> {
  signal?.throwIfAborted();
  const member = members.get(name);
  if (member === undefined) throw archiveError(`zip: expected ${name}, got ${describeNames(members)}`);
  const { uncompressedSize } = member.entry;
  if (uncompressedSize > maxBytes) {
    throw archiveError(`zip: expected at most ${maxBytes} bytes in ${name}, got ${uncompressedSize}`);
  }
  try {
    return await unpackMember(member, signal);
  } catch (error) {
    signal?.throwIfAborted();
    throw asArchiveError(error, name);
  }
}

function asArchiveError(error: unknown, what: string): DatasetFetchError {
  if (error instanceof DatasetFetchError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const reason = error instanceof Error && 'reason' in error ? ` (${String(error.reason)})` : '';
  return archiveError(`zip: expected ${what}, got "${message}${reason}"`, { cause: error });
}

async function describeStart(source: ByteSource): Promise<string> {
  const start = new TextDecoder('latin1').decode(await source.read(0, 16));
  if (start.startsWith('PK')) return ', whole and unambiguous';
  return `, which begins "PK", not ${JSON.stringify(start)}`;
}

function describeNames(members: ReadonlyMap<string, ListedMember>): string {
  const names = [...members.keys()];
  const shown = names.slice(0, SHOWN_NAMES).join(', ');
  return names.length > SHOWN_NAMES ? `${shown} and ${names.length - SHOWN_NAMES} more` : shown || 'no files';
}
