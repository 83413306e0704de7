import { open } from 'node:fs/promises';
import type { RandomAccessSource } from '@fashion-mnist/idx-format';

/** A file that counts what is read from it. */
export interface CountingSource extends RandomAccessSource {
  bytesRead(): number;
}

export async function countingSource(path: string): Promise<CountingSource> {
  const file = await open(path);
  let count = 0;
  return {
    size: (await file.stat()).size,
    bytesRead: () => count,
    async read(offset, length) {
      const bytes = new Uint8Array(length);
      const { bytesRead } = await file.read(bytes, 0, length, offset);
      count += bytesRead;
      return bytes.subarray(0, bytesRead);
    },
    close: () => file.close(),
  };
}
