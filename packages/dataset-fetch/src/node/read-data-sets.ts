import type { ImageDataset } from '@fashion-mnist/core';
import type { PixelType } from '../readers/encode-images.ts';
import { type DataSets, type DataSetsOptions, toDataSets } from '../readers/to-data-sets.ts';
import type { DatasetDefinition } from '../registry/dataset-definition.ts';
import { resolveDataset } from '../registry/resolve-dataset.ts';
import { DatasetCache } from './cache/dataset-cache.ts';
import type { ObtainOptions } from './obtain-options.ts';
import { readSplitsOf } from './read-splits.ts';

/** What `readDataSets` reads, and what its samples look like. */
export interface ReadDataSetsOptions<D extends PixelType = PixelType, H extends boolean = boolean>
  extends DataSetsOptions<D, H>,
    Omit<ObtainOptions, 'cacheDir' | 'sources'> {
  /** Which dataset the folder holds, or is to hold. @default 'fashion-mnist' */
  readonly dataset?: string | DatasetDefinition | undefined;
  /** Where files that the folder lacks are fetched, a base URL; plain http too. @default the dataset's own sources */
  readonly sourceUrl?: string | undefined;
}

/**
 * The three sets of TensorFlow's reader, `input_data.read_data_sets`, from the four files in a folder. Files that the
 * folder lacks are fetched into it. Gzipped files are verified, unpacked beside and left as they are.
 *
 * @param directory - The files' folder, for example `data/fashion`; made if need be.
 * @throws {DatasetFetchError} as `loadDataset`; `E_INTEGRITY` also names files of another dataset in the folder.
 * @throws {RangeError} as `toDataSets`.
 * @see the section "Loading data with Tensorflow" of the original's README.
 */
export async function readDataSets<D extends PixelType = 'float32', H extends boolean = false>(
  directory: string,
  options: ReadDataSetsOptions<D, H> = {},
): Promise<DataSets<D, H>> {
  const { dataset = 'fashion-mnist', sourceUrl, ...rest } = options;
  const definition = resolveDataset(dataset);
  const remote =
    sourceUrl === undefined
      ? definition.sources
      : [{ kind: 'https', baseUrl: withSlash(sourceUrl), allowHttp: true } as const];
  const [train, test] = await readSplitsOf(definition, ['train', 'test'], new DatasetCache(directory), {
    ...rest,
    sources: [{ kind: 'folder', path: directory }, ...remote],
  });
  return toDataSets({ train: train as ImageDataset, test: test as ImageDataset }, rest);
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}
