import type { ProgressListener } from '@fashion-mnist/core';
import type { DatasetSource, FileIdentity } from '../registry/dataset-definition.ts';
import type { VerifyMode } from './cache/dataset-cache.ts';

export interface ObtainOptions {
  /** Where files are kept. @default `FASHION_MNIST_CACHE`, or the platform's place for caches */
  readonly cacheDir?: string | undefined;
  /** Where files may come from, in this order. @default the dataset's own list */
  readonly sources?: readonly DatasetSource[] | undefined;
  /**
   * Take nothing but what the cache has, unless all sources are folders; no socket is opened.
   *
   * @default false, or true when `FASHION_MNIST_OFFLINE` is 1
   */
  readonly offline?: boolean | undefined;
  /**
   * How files of the cache are verified: `stamp` hashes a file that was touched since it was last hashed, by size,
   * times and inode; `hash` hashes every file. @default 'stamp'
   */
  readonly verify?: VerifyMode | undefined;
  /** Further rounds over the sources when all have failed and some may recover; each waits longer. @default 2 */
  readonly retries?: number | undefined;
  /** Ends the fetching; rejects with its reason. What was downloaded is gone on with by the next call. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Stages: `verify` (files of the cache), `wait` (another process fetches, `detail` is which), `quarantine` (a corrupt
   * file was set aside, `detail` is its new path), `download` (bytes of a file, with their rate), `install` (a package
   * that holds the files), `retry` (a pause before the next round), `fallback` (the usual cache folder cannot be
   * written, `detail` is the one that is used instead).
   */
  readonly onProgress?: ProgressListener | undefined;
}

/** A verified file of the cache. */
export interface ObtainedFile {
  readonly file: FileIdentity;
  readonly path: string;
  /** `cache`, or the source that it came from. */
  readonly origin: string;
  /** Whose gzip wrapping it came in, when it was fetched now and came gzipped. */
  readonly wrapping?: string | undefined;
}
