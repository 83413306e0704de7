import type { DatasetDefinition, FileIdentity } from '../registry/dataset-definition.ts';
import { resolveDataset } from '../registry/resolve-dataset.ts';
import { locateCache } from './locate-cache.ts';
import { obtainFiles } from './obtain-files.ts';
import type { ObtainOptions } from './obtain-options.ts';

/** Where `fetchDataset` looks for files and keeps them. */
export interface FetchOptions extends ObtainOptions {}

/** A file of the cache, verified. */
export interface FetchedFile extends FileIdentity {
  readonly path: string;
  /** `cache`, or the source that it came from. */
  readonly origin: string;
  /** Whose gzip wrapping it came in, when it was fetched now: other wrappings hold the same content. */
  readonly wrapping?: string;
}

/** A dataset whose files all lie in the cache, verified. */
export interface FetchedDataset {
  readonly name: string;
  readonly files: readonly FetchedFile[];
}

/**
 * The paths of a dataset's files in the cache, fetched if need be. Every file is verified by the SHA-256 of its
 * decompressed bytes when it is fetched, and again when it was touched since; a corrupt one is set aside and fetched
 * anew. One process at a time fetches; the others wait and find the files.
 *
 * @param dataset - One of `listDatasets()`, or a definition (see `defineDataset`).
 * @throws {DatasetFetchError} `E_UNKNOWN_DATASET`; `E_CACHE` - the folder is unusable; `E_OFFLINE`; `E_NO_SOURCE`,
 *   `E_INTEGRITY` - with every source that was tried and its reason.
 * @throws the signal's reason, when aborted; what has arrived of a file is kept for the next attempt.
 */
export async function fetchDataset(
  dataset: string | DatasetDefinition,
  options: FetchOptions = {},
): Promise<FetchedDataset> {
  const definition = resolveDataset(dataset);
  const cache = await locateCache(definition, options);
  const obtained = await obtainFiles(definition, definition.files, cache, options);
  const files = obtained.map(({ file, path, origin, wrapping }) => {
    return { ...file, path, origin, ...(wrapping !== undefined && { wrapping }) };
  });
  return { name: definition.name, files };
}
