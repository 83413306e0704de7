import type { NdArray } from '@fashion-mnist/core';
import { openZip, type ReadMemberOptions } from './open-zip.ts';
import { readNpy } from './read-npy.ts';

export type ReadNpzOptions = Partial<ReadMemberOptions>;

const DEFAULTS = Object.freeze({ maxBytes: 2 ** 31 } satisfies ReadNpzOptions);

/**
 * One array of an npz file of NumPy: a zip archive of npy files.
 *
 * @param member - Its name; NumPy calls arrays that were given none `arr_0`, `arr_1` and so on. @default 'arr_0'
 * @param options.maxBytes - An array that unpacks to more is refused. @default 2^31 (2 GiB)
 * @throws {DatasetFetchError} `E_ARCHIVE` - not an npz, without this array, damaged, or not numbers (see `readNpy`).
 * @throws the signal's reason, when aborted.
 */
export async function readNpz(
  bytes: Uint8Array,
  member = 'arr_0',
  options: ReadNpzOptions = {},
): Promise<NdArray> {
  const archive = await openZip(bytes);
  return readNpy(await archive.read(`${member}.npy`, { ...DEFAULTS, ...options }));
}
