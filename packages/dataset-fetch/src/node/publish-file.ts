import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';

/**
 * Writes a file so that its name never holds anything but the whole content: to a temporary file beside it, to the
 * disk, then renamed. Nothing is left behind when that fails or is aborted.
 */
export async function publishFile(path: string, bytes: Uint8Array, signal?: AbortSignal): Promise<void> {
  const temporary = `${path}.${randomUUID()}.partial`;
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes, { signal });
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
