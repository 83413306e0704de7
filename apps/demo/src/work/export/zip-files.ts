import { BlobReader, BlobWriter, configure, ZipWriter } from '@zip.js/zip.js';

// Already in a worker.
configure({ useWebWorkers: false });

/** An archive of files by their names. */
export async function zipFiles(files: Iterable<readonly [name: string, bytes: Uint8Array]>): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter('application/zip'));
  for (const [name, bytes] of files) {
    const isPacked = /\.(gz|png)$/.test(name);
    await writer.add(name, new BlobReader(new Blob([bytes as BlobPart])), { level: isPacked ? 0 : 6 });
  }
  return writer.close();
}
