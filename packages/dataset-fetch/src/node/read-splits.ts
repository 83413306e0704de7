import type { ImageDataset, Split } from '@fashion-mnist/core';
import { assembleSplit } from '../assemble/assemble-split.ts';
import { DatasetFetchError } from '../errors.ts';
import type { DatasetDefinition, FileIdentity } from '../registry/dataset-definition.ts';
import type { DatasetCache } from './cache/dataset-cache.ts';
import { locateCache } from './locate-cache.ts';
import { obtainFiles } from './obtain-files.ts';
import type { ObtainOptions } from './obtain-options.ts';

/** Reads the given splits of a dataset, fetched if need be. */
export async function readSplits(
  definition: DatasetDefinition,
  splits: readonly Split[],
  options: ObtainOptions,
): Promise<readonly ImageDataset[]> {
  return readSplitsOf(definition, splits, await locateCache(definition, options), options);
}

/** Reads the given splits through a cache. */
export async function readSplitsOf(
  definition: DatasetDefinition,
  splits: readonly Split[],
  cache: DatasetCache,
  options: ObtainOptions,
): Promise<readonly ImageDataset[]> {
  const files = definition.files.filter(({ split }) => splits.includes(split));
  await obtainFiles(definition, files, cache, options);
  return Promise.all(splits.map((split) => readSplit(definition, split, cache, options)));
}

async function readSplit(
  definition: DatasetDefinition,
  split: Split,
  cache: DatasetCache,
  { signal }: ObtainOptions,
): Promise<ImageDataset> {
  const read = (content: FileIdentity['content']) => {
    const file = definition.files.find((other) => other.split === split && other.content === content);
    if (file === undefined)
      throw new DatasetFetchError(
        'E_DEFINITION',
        `${definition.name} has no ${content} of the ${split} split`,
      );
    return readVerified(cache, file, signal);
  };
  const stored = { images: await read('images'), labels: await read('labels') };
  return assembleSplit(definition, split, stored, { signal });
}

async function readVerified(
  cache: DatasetCache,
  file: FileIdentity,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const bytes = await cache.read(file, signal);
  if (bytes !== undefined) return bytes;
  throw new DatasetFetchError('E_INTEGRITY', `${cache.pathOf(file)} changed while it was read: try again`);
}
