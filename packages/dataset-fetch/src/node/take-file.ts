import { openAsBlob } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { DatasetFetchError } from '../errors.ts';
import { openZip } from '../formats/open-zip.ts';
import { largestPublishedSize, publishedNames } from '../identity/published-names.ts';
import {
  findMismatch,
  unpackContent,
  type VerifiedContent,
  verifyContent,
} from '../identity/verify-content.ts';
import type { Archive, FileIdentity } from '../registry/dataset-definition.ts';
import type { DatasetCache } from './cache/dataset-cache.ts';
import { digestBytes, digestFile } from './digest.ts';
import type { LocatedFile, OpenSource } from './sources/source.ts';

/**
 * Has one file from a source, verifies it and publishes it in the cache. A wrong file that was joined from several
 * responses is fetched once more from its beginning. A file inside an archive that the cache has is taken from there.
 *
 * @throws {DatasetFetchError} `E_INTEGRITY` - the source has other bytes; `E_ARCHIVE`; `E_CACHE`.
 */
export async function takeFile(
  source: OpenSource,
  file: FileIdentity,
  cache: DatasetCache,
  signal: AbortSignal | undefined,
): Promise<Pick<VerifiedContent, 'wrapping'>> {
  const kept = await keptArchive(file, cache, signal);
  if (kept !== undefined) return publishMember(kept, file, cache, signal);
  const content = await takeFromSource(source, file, cache, signal);
  await cache.removeDownloads(publishedNames(file));
  return content;
}

async function takeFromSource(
  source: OpenSource,
  file: FileIdentity,
  cache: DatasetCache,
  signal: AbortSignal | undefined,
): Promise<VerifiedContent> {
  const located = await source.locate(file);
  try {
    return await takeLocated(located, file, cache, signal);
  } catch (error) {
    if (!(error instanceof DatasetFetchError && error.code === 'E_INTEGRITY' && located.isJoined))
      throw error;
    await located.discard();
    return await takeLocated(await source.locate(file), file, cache, signal);
  } finally {
    if (signal?.aborted !== true) await located.discard();
  }
}

async function takeLocated(
  located: LocatedFile,
  file: FileIdentity,
  cache: DatasetCache,
  signal: AbortSignal | undefined,
): Promise<VerifiedContent> {
  if (file.archive !== undefined) {
    const archive = await keepArchive(located, file.archive, cache, signal);
    return publishMember(archive, file, cache, signal);
  }
  const content = await verifyContent(await readFile(located.path, { signal }), file, digestBytes);
  // First: whoever is killed after the file is there leaves nothing that no later run would look for.
  await cache.removeDownloads(publishedNames(file));
  await cache.publish(file, content.raw, content.sha256, signal);
  return content;
}

/** The path of the archive that a file is in, if the cache has it. */
async function keptArchive(
  { archive }: FileIdentity,
  cache: DatasetCache,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  if (archive === undefined) return undefined;
  const { state } = await cache.inspect(archive, 'stamp', signal);
  return state === 'verified' ? cache.pathOf(archive) : undefined;
}

/**
 * Verifies an archive and gives its path: in the cache if it was downloaded, where it stays for the other datasets of
 * the family; in its place if it is the user's.
 */
async function keepArchive(
  located: LocatedFile,
  archive: Archive,
  cache: DatasetCache,
  signal: AbortSignal | undefined,
): Promise<string> {
  const mismatch = await findMismatch(archive, (algorithm) => digestFile(algorithm, located.path, signal));
  if (mismatch !== undefined)
    throw new DatasetFetchError(
      'E_INTEGRITY',
      `expected ${archive.name}, got a file with ${mismatch.algorithm} ${mismatch.digest}`,
    );
  if (!located.isOurs) return located.path;
  await cache.adopt(archive, located.path, await digestFile('sha256', located.path, signal));
  await cache.removeDownloads([archive.name]);
  return cache.pathOf(archive);
}

async function publishMember(
  archivePath: string,
  { archive, ...file }: FileIdentity,
  cache: DatasetCache,
  signal: AbortSignal | undefined,
): Promise<VerifiedContent> {
  if (archive === undefined) throw new TypeError(`${file.name} is in no archive`);
  const zip = await openZip(await openAsBlob(archivePath));
  const packed = await zip.read(archive.member, { maxBytes: largestPublishedSize(file), signal });
  const content = await unpackContent(packed, file, digestBytes);
  await cache.publish(file, content.raw, content.sha256, signal);
  return content;
}
