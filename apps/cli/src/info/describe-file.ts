import { readFile, stat } from 'node:fs/promises';
import { gunzip, type IdxElementType, IdxFormatError, isGzip, openIdx } from '@fashion-mnist/idx-format';
import { namingIdx } from '../datasets/naming-idx.ts';
import { formatCount } from '../terminal/format.ts';
import { UsageError } from '../usage-error.ts';
import { digestsOfBytes, digestsOfFile } from './digests.ts';
import { findKnownContent } from './known-content.ts';
import { readStart } from './read-start.ts';
import type { Report } from './report.ts';

/** What a file is: the header of an IDX file, whether it is a known one, and how it is packed. */
export async function describeFile(path: string, signal: AbortSignal): Promise<Report> {
  const { size } = await requireFile(path);
  const gzipped = isGzip(await readStart(path, 2));
  const stored = await digestsOfFile(path, signal);
  const unpacked = gzipped ? await unpack(path, signal) : undefined;
  const content = unpacked === undefined ? stored : digestsOfBytes(unpacked);
  const known = findKnownContent(stored, content);
  const header = await readHeader(path, unpacked ?? path, known !== undefined);
  const blocked = gzipped ? await isBlocked(path) : undefined;

  const byteLength = unpacked?.length ?? size;
  const { sha256 } = content;
  const knownAs = known === undefined ? null : { dataset: known.dataset, file: known.file };
  const lines = [
    header === undefined ? path : `${path}: ${header.elementType} ${header.shape.join(' x ') || 'scalar'}`,
    gzipped
      ? `${formatCount(byteLength)} bytes, gzipped in ${formatCount(size)}${blocked === true ? ', in blocks that can be read one by one' : ''}`
      : `${formatCount(byteLength)} bytes`,
    `sha256 ${sha256}${gzipped ? ' (decompressed)' : ''}`,
    known === undefined ? 'not a known file' : `${known.file} of ${known.title} (${known.dataset})`,
  ];
  const packing = gzipped ? { gzipped, blocked, storedByteLength: size } : { gzipped };
  return { lines, data: { path, ...packing, ...header, byteLength, sha256, knownAs } };
}

async function requireFile(path: string): Promise<{ size: number }> {
  const stats = await stat(path);
  if (!stats.isFile()) throw new UsageError(`expected a file, got ${path}, which is something else`);
  return stats;
}

async function unpack(path: string, signal: AbortSignal): Promise<Uint8Array> {
  const bytes = await readFile(path, { signal });
  return namingIdx(path, () => gunzip(bytes));
}

interface Header {
  readonly elementType: IdxElementType;
  readonly shape: readonly number[];
}

/** A known file may be in another format, an archive for example: then it has no header. */
async function readHeader(
  path: string,
  source: Uint8Array | string,
  isKnown: boolean,
): Promise<Header | undefined> {
  try {
    const file = await openIdx(source);
    await file.close();
    return { elementType: file.type, shape: file.shape };
  } catch (error) {
    if (isKnown && error instanceof IdxFormatError) return undefined;
    return namingIdx(path, () => Promise.reject(error));
  }
}

async function isBlocked(path: string): Promise<boolean> {
  try {
    await (await openIdx(path)).close();
    return true;
  } catch (error) {
    if (error instanceof IdxFormatError) return false;
    throw error;
  }
}
