import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { renameWithPatience } from './rename-with-patience.ts';

/** How a file that is still being written is called; whoever finds one of a dead process may remove it. */
export const UNFINISHED_SUFFIX = '.unfinished';

/**
 * Writes a file so that its name never holds anything but the whole content: to a temporary file beside it, to the
 * disk, then renamed. Nothing is left behind when that fails or is aborted.
 *
 * @param content - Bytes, or a source of bytes that is read as fast as the disk takes them.
 * @throws what the file system or the source throws; the signal's reason, when aborted.
 */
export async function publishFile(
  path: string,
  content: Uint8Array | AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<void> {
  const temporary = `${path}.${randomUUID()}${UNFINISHED_SUFFIX}`;
  try {
    const file = await open(temporary, 'wx');
    try {
      await writeContent(file, content, signal);
      await file.sync();
    } finally {
      await file.close();
    }
    signal?.throwIfAborted();
    await renameWithPatience(() => rename(temporary, path));
  } catch (error) {
    await rm(temporary, { force: true });
    signal?.throwIfAborted();
    throw error;
  }
  await syncDirectory(dirname(path));
}

async function writeContent(
  file: FileHandle,
  content: Uint8Array | AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (content instanceof Uint8Array) return file.writeFile(content, { signal });
  for await (const chunk of content) {
    signal?.throwIfAborted();
    await file.writeFile(chunk);
  }
}

/** Makes the new name last through a power failure, where the platform lets folders be synced. */
async function syncDirectory(path: string): Promise<void> {
  try {
    const directory = await open(path, 'r');
    try {
      await directory.sync();
    } finally {
      await directory.close();
    }
  } catch {
    // Windows and some network file systems cannot: the content itself is synced.
  }
}
