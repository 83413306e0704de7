import type { ProgressListener } from '@fashion-mnist/core';
import type { WebSource } from './page-sources.ts';

export interface ObtainOptions {
  /**
   * Where files may come from, in this order; relative addresses are seen from the page.
   *
   * @default the dataset's servers that any page may read from, then `data/<name>/` beside the page
   */
  readonly sources?: readonly WebSource[] | undefined;
  /** Further rounds over the sources when all have failed and some may recover; each waits longer. @default 2 */
  readonly retries?: number | undefined;
  /** @default the platform's */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Ends the loading; rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Stages: `verify` (files of the cache), `download` (bytes of a file, with their rate), `retry` (a pause). */
  readonly onProgress?: ProgressListener | undefined;
}
