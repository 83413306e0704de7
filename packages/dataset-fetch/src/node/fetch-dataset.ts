import type { FileIdentity } from '../registry/dataset-definition.ts';
import { describeDataset } from '../registry/registry.ts';
import { type ObtainOptions, obtainFiles } from './obtain-files.ts';

export interface FetchOptions extends ObtainOptions {}

/** A file of the cache, verified. */
export interface FetchedFile extends FileIdentity {
  readonly path: string;
  /** `cache`, or the source that it came from. */
  readonly origin: string;
}

export interface FetchedDataset {
  readonly name: string;
  readonly files: readonly FetchedFile[];
}

/**
 * The paths of a dataset's files in the cache, fetched if need be. Every file is verified by the SHA-256 of its
 * decompressed bytes, those of the cache too; a corrupt one is set aside and fetched again.
 *
 * @param name - One of `listDatasets()`.
 * @throws {DatasetFetchError} `E_UNKNOWN_DATASET`; `E_CACHE` - the folder is unusable; `E_OFFLINE`; `E_NO_SOURCE`,
 *   `E_INTEGRITY` - with every source that was tried and its reason.
 * @throws the signal's reason, when aborted; no partial file is left.
 */
export async function fetchDataset(name: string, options: FetchOptions = {}): Promise<FetchedDataset> {
  const definition = describeDataset(name);
  const obtained = await obtainFiles(definition, definition.files, options);
  return { name, files: obtained.map(({ file, path, origin }) => ({ ...file, path, origin })) };
}
