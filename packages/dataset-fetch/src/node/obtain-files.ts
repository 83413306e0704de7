import { reportProgress } from '@fashion-mnist/core';
import { DatasetFetchError } from '../errors.ts';
import type { DatasetDefinition, DatasetSource, FileIdentity } from '../registry/dataset-definition.ts';
import type { CachedState, DatasetCache } from './cache/dataset-cache.ts';
import { fetchMissing } from './fetch-missing.ts';
import type { ObtainedFile, ObtainOptions } from './obtain-options.ts';

/** Makes sure that files of a dataset are in the cache, verified: those that are not are had from a source. */
export async function obtainFiles(
  definition: DatasetDefinition,
  files: readonly FileIdentity[],
  cache: DatasetCache,
  options: ObtainOptions,
): Promise<readonly ObtainedFile[]> {
  const states = await inspectAll(cache, files, options);
  const wanted = files.filter((file) => states.get(file)?.state !== 'verified');
  if (wanted.length === 0) return files.map((file) => fromCache(cache, file));

  const isOffline = options.offline ?? process.env['FASHION_MNIST_OFFLINE'] === '1';
  if (isOffline && !liesInFolders(options.sources ?? definition.sources))
    throw offlineError(cache, wanted, states);
  await cache.requireWritable();
  const { signal, onProgress } = options;
  const onWait = (owner: string) =>
    reportProgress(onProgress, { stage: 'wait', completed: 0, total: 1, unit: 'locks', detail: owner });
  const obtained = await cache.exclusively(
    async () => {
      const missing = await setCorruptAside(cache, wanted, options);
      return fetchMissing(definition, missing, cache, options);
    },
    { signal, onWait },
  );
  return files.map((file) => obtained.get(file) ?? fromCache(cache, file));
}

/** Whether nothing that it is had from needs a network. */
function liesInFolders(sources: readonly DatasetSource[]): boolean {
  return sources.length > 0 && sources.every(({ kind }) => kind === 'folder');
}

async function inspectAll(
  cache: DatasetCache,
  files: readonly FileIdentity[],
  { verify = 'stamp', signal, onProgress }: ObtainOptions,
): Promise<ReadonlyMap<FileIdentity, CachedState>> {
  const states = new Map<FileIdentity, CachedState>();
  for (const file of files) {
    states.set(file, await cache.inspect(file, verify, signal));
    const progress = { stage: 'verify', completed: states.size, total: files.length, unit: 'files' };
    reportProgress(onProgress, { ...progress, detail: file.name });
  }
  return states;
}

/** While this process waited for the lock, another one may have fetched or repaired a file. */
async function setCorruptAside(
  cache: DatasetCache,
  files: readonly FileIdentity[],
  { verify = 'stamp', signal, onProgress }: ObtainOptions,
): Promise<readonly FileIdentity[]> {
  const missing: FileIdentity[] = [];
  for (const file of files) {
    const { state } = await cache.inspect(file, verify, signal);
    if (state === 'verified') continue;
    missing.push(file);
    if (state === 'missing') continue;
    const detail = await cache.quarantine(file);
    reportProgress(onProgress, { stage: 'quarantine', completed: 1, total: 1, unit: 'files', detail });
  }
  return missing;
}

function fromCache(cache: DatasetCache, file: FileIdentity): ObtainedFile {
  return { file, path: cache.pathOf(file), origin: 'cache' };
}

function offlineError(
  cache: DatasetCache,
  wanted: readonly FileIdentity[],
  states: ReadonlyMap<FileIdentity, CachedState>,
): DatasetFetchError {
  const names = wanted.map((file) => {
    const state = states.get(file);
    return state?.state === 'corrupt' ? `${file.name} (corrupt: ${state.got})` : file.name;
  });
  return new DatasetFetchError(
    'E_OFFLINE',
    `offline, and ${cache.directory} lacks ${names.join(', ')}; run once online, or put the files there`,
  );
}
