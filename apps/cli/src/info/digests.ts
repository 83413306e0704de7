import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { FileDigests } from './known-content.ts';

export function digestsOfBytes(bytes: Uint8Array): FileDigests {
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    md5: createHash('md5').update(bytes).digest('hex'),
  };
}

/** Digests of a file of any size, read once. */
export async function digestsOfFile(path: string, signal: AbortSignal): Promise<FileDigests> {
  const hashes = { sha256: createHash('sha256'), md5: createHash('md5') };
  for await (const chunk of createReadStream(path, { signal, highWaterMark: 2 ** 20 })) {
    hashes.sha256.update(chunk);
    hashes.md5.update(chunk);
  }
  return { sha256: hashes.sha256.digest('hex'), md5: hashes.md5.digest('hex') };
}
