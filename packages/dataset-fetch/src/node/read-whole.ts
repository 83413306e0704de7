import type { FileHandle } from 'node:fs/promises';

/**
 * All bytes of an open file, read in one piece: several times as fast as `FileHandle.readFile`, which reads by
 * half megabytes.
 */
export async function readWhole(handle: FileHandle, size: number, signal?: AbortSignal): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafeSlow(size);
  let filled = 0;
  while (filled < size) {
    signal?.throwIfAborted();
    const { bytesRead } = await handle.read(bytes, filled, size - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return new Uint8Array(bytes.buffer, 0, filled);
}
