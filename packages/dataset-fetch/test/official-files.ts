import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where Debian's package `dataset-fashion-mnist` installs its files. */
const DEBIAN_FOLDER = '/usr/share/datasets/fashion-mnist';
const DEBIAN_HEADER_BYTES = 10;

/** Each name, and the time of packing that the official file holds, in seconds since 1970. */
const PACKED_AT: ReadonlyMap<string, number> = new Map([
  ['train-images-idx3-ubyte', 1_504_176_606],
  ['train-labels-idx1-ubyte', 1_504_176_606],
  ['t10k-images-idx3-ubyte', 1_504_176_627],
  ['t10k-labels-idx1-ubyte', 1_504_176_627],
]);

/**
 * The four official files of Fashion-MNIST, byte for byte, by their names with `.gz`; `undefined` where Debian's
 * package is not installed. Debian's files differ from them in the gzip header alone.
 */
export async function officialFiles(): Promise<Map<string, Uint8Array> | undefined> {
  try {
    const files = [...PACKED_AT].map(async ([name, seconds]): Promise<[string, Uint8Array]> => {
      const packed = await readFile(join(DEBIAN_FOLDER, `${name}.gz`));
      return [`${name}.gz`, Buffer.concat([gzipHeader(name, seconds), packed.subarray(DEBIAN_HEADER_BYTES)])];
    });
    return new Map(await Promise.all(files));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** @see RFC 1952, section 2.3: magic, deflate, FNAME; time; no extra flags, Unix; name and its end. */
function gzipHeader(name: string, seconds: number): Buffer {
  const header = Buffer.from([0x1f, 0x8b, 8, 0b1000, 0, 0, 0, 0, 0, 3, ...Buffer.from(name), 0]);
  header.writeUInt32LE(seconds, 4);
  return header;
}
