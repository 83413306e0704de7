import { open } from 'node:fs/promises';
import { type HttpOptions, openUrl } from './http-source.ts';
import { type RandomAccessSource, sourceError } from './random-access-source.ts';

/** A file on a web server, or on a disk by its path or its `file:` URL. */
export async function openPath(path: string, options: HttpOptions): Promise<RandomAccessSource> {
  return /^https?:\/\//i.test(path) ? openUrl(path, options) : openFile(path);
}

async function openFile(path: string): Promise<RandomAccessSource> {
  const file = await open(/^file:/i.test(path) ? new URL(path) : path);
  const status = await file.stat();
  if (!status.isFile()) {
    await file.close();
    throw sourceError('a file', `${path}, which is none`, 'read a pipe or a device with readIdx');
  }
  return {
    size: status.size,
    async read(offset, length) {
      const bytes = new Uint8Array(length);
      let filled = 0;
      while (filled < length) {
        const { bytesRead } = await file.read(bytes, filled, length - filled, offset + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return bytes.subarray(0, filled);
    },
    close: () => file.close(),
  };
}
