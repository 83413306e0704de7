import { type FileHandle, open } from 'node:fs/promises';
import { TransformError } from '../errors.ts';

/**
 * The bytes of a file, and its path.
 *
 * @throws {TransformError} `E_PHOTO` - it is a folder, nothing that ends, or larger than 2 GiB.
 * @throws the error of the system - it is missing, or cannot be read.
 */
export async function readPhoto(path: string | URL, signal: AbortSignal | undefined): Promise<Buffer> {
  const file = await open(path);
  try {
    await requireFile(path, file);
    return await file.readFile({ signal });
  } finally {
    await file.close();
  }
}

/** What Node reads at once. */
const MOST_BYTES = 2 ** 31 - 1;

/** A pipe or a device might never end. */
async function requireFile(path: string | URL, file: FileHandle): Promise<void> {
  const found = await file.stat();
  if (!found.isFile()) {
    const kind = found.isDirectory() ? 'a folder' : 'something that is no file';
    throw new TransformError('E_PHOTO', `${String(path)}: expected a photo, got ${kind}`);
  }
  if (found.size > MOST_BYTES)
    throw new TransformError('E_PHOTO', `${String(path)}: expected at most 2 GiB, got ${found.size} bytes`);
}
