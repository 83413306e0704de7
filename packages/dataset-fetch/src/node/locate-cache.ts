import { mkdir, stat } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { type ProgressListener, reportProgress } from '@fashion-mnist/core';
import type { DatasetDefinition } from '../registry/dataset-definition.ts';
import { describeDataset, listDatasets } from '../registry/registry.ts';
import { defaultCacheDirectory } from './cache/cache-directory.ts';
import { systemCode } from './cache/cache-error.ts';
import { DatasetCache } from './cache/dataset-cache.ts';

const UNUSABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR']);

/**
 * The cache of a dataset. A folder that the user named is used or fails; the platform's own place gives way to a
 * private folder for temporary files where it cannot be made (a home folder that is missing or read-only).
 */
export async function locateCache(
  definition: DatasetDefinition,
  {
    cacheDir,
    onProgress,
  }: { readonly cacheDir?: string | undefined; readonly onProgress?: ProgressListener | undefined },
): Promise<DatasetCache> {
  const folder = cacheFolder(definition);
  const named = cacheDir ?? (process.env['FASHION_MNIST_CACHE'] || undefined);
  if (named !== undefined) return new DatasetCache(join(named, folder));
  const usual = defaultCacheDirectory();
  if (await canBeMade(usual)) return new DatasetCache(join(usual, folder));
  const fallback = await makePrivateFolder();
  const progress = { stage: 'fallback', completed: 1, total: 1, unit: 'folders' };
  reportProgress(onProgress, { ...progress, detail: fallback });
  return new DatasetCache(join(fallback, folder));
}

/** A definition of the user's own may bear the name of a built-in one, but not share its files. */
function cacheFolder(definition: DatasetDefinition): string {
  const folder = definition.family ?? definition.name;
  const builtIn = listDatasets().map(describeDataset);
  const isTaken = builtIn.some(({ name, family }) => (family ?? name) === folder);
  return isTaken && !builtIn.includes(definition) ? `own-${folder}` : folder;
}

async function canBeMade(path: string): Promise<boolean> {
  try {
    await mkdir(path, { recursive: true });
    return true;
  } catch (error) {
    if (UNUSABLE.has(systemCode(error))) return false;
    throw error;
  }
}

/** Nobody else may have made it: others could plant files in it. */
async function makePrivateFolder(): Promise<string> {
  const { uid } = userInfo();
  const path = join(tmpdir(), `fashion-mnist-cache-${uid}`);
  await mkdir(path, { recursive: true, mode: 0o700 });
  const stats = await stat(path);
  if (uid >= 0 && stats.uid !== uid)
    throw new Error(`${path} belongs to another user: set FASHION_MNIST_CACHE`);
  return path;
}
