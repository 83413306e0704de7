import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type IdxCompression, parseIdx, writeIdx } from '@fashion-mnist/idx-format';
import type { Cleanup } from '../runner/benchmark.ts';
import { unpackedFiles } from './fashion-files.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The training images as one array. */
export interface Images {
  readonly data: Uint8Array;
  readonly shape: readonly number[];
}

/** A blocked gzip of the training images, and its index. */
export interface BlockedFile {
  readonly path: string;
  readonly index: Uint8Array;
}

export async function trainingImages(): Promise<Images> {
  const { trainImages } = await unpackedFiles();
  return parseIdx(await readFile(trainImages), { type: 'uint8' });
}

/** The training images written by `writeIdx`, all in memory. */
export async function packImages(
  { data, shape }: Images,
  compression: IdxCompression,
  onIndex?: (index: Uint8Array) => void,
): Promise<Uint8Array> {
  const options = { compression, ...(onIndex === undefined ? {} : { onIndex }) };
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeIdx({ type: 'uint8', shape }, [data], options)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Writes the training images into a temporary folder, so that any of them can be read at once. */
export async function blockedImages(cleanup: Cleanup): Promise<BlockedFile> {
  const path = join(await temporaryFolder(cleanup), 'train-images-idx3-ubyte.gz');
  let index: Uint8Array = new Uint8Array();
  const packed = await packImages(await trainingImages(), 'blocked-gzip', (gzi) => {
    index = gzi;
  });
  await writeFile(path, packed);
  return { path, index };
}
