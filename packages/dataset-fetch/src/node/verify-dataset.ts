import type { FileIdentity } from '../registry/dataset-definition.ts';
import { describeDataset } from '../registry/registry.ts';
import { DatasetCache } from './cache.ts';
import { defaultCacheDirectory } from './cache-directory.ts';

export interface VerifyOptions {
  /** @default `FASHION_MNIST_CACHE`, or the platform's place for caches */
  readonly cacheDir?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What the cache has of a file. */
export interface FileState extends FileIdentity {
  readonly path: string;
  readonly state: 'verified' | 'corrupt' | 'missing';
}

/**
 * The state of each of a dataset's files in the cache, by full hash. Changes nothing and fetches nothing.
 *
 * @throws {DatasetFetchError} `E_UNKNOWN_DATASET`; `E_CACHE` - a file is there but cannot be read.
 */
export async function verifyDataset(
  name: string,
  options: VerifyOptions = {},
): Promise<readonly FileState[]> {
  const cache = new DatasetCache(options.cacheDir ?? defaultCacheDirectory(), name);
  const states: FileState[] = [];
  for (const file of describeDataset(name).files) {
    const { state } = await cache.read(file, options.signal);
    states.push({ ...file, path: cache.pathOf(file), state });
  }
  return states;
}
