import type { DatasetDefinition, FileIdentity } from '../registry/dataset-definition.ts';
import { resolveDataset } from '../registry/resolve-dataset.ts';
import { locateCache } from './locate-cache.ts';

/** Where `verifyDataset` looks. */
export interface VerifyOptions {
  /** @default `FASHION_MNIST_CACHE`, or the platform's place for caches */
  readonly cacheDir?: string | undefined;
  /** Ends the verification; rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/** What the cache has of a file. */
export interface FileState extends FileIdentity {
  readonly path: string;
  readonly state: 'verified' | 'corrupt' | 'missing';
}

/**
 * The state of each of a dataset's files in the cache, by full hash. Changes none of them and fetches nothing.
 *
 * @param dataset - One of `listDatasets()`, or a definition (see `defineDataset`).
 * @throws {DatasetFetchError} `E_UNKNOWN_DATASET`; `E_CACHE` - a file is there but cannot be read.
 */
export async function verifyDataset(
  dataset: string | DatasetDefinition,
  options: VerifyOptions = {},
): Promise<readonly FileState[]> {
  const definition = resolveDataset(dataset);
  const cache = await locateCache(definition, options);
  const states: FileState[] = [];
  for (const file of definition.files) {
    const { state } = await cache.inspect(file, 'hash', options.signal);
    states.push({ ...file, path: cache.pathOf(file), state });
  }
  return states;
}
