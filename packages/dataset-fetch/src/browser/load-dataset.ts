import type { ImageDataset, Split } from '@fashion-mnist/core';
import type { DatasetDefinition } from '../registry/dataset-definition.ts';
import { resolveDataset } from '../registry/resolve-dataset.ts';
import { type DatasetSplits, toDatasetSplits, type ValidationOptions } from '../splits/to-dataset-splits.ts';
import type { ObtainOptions } from './obtain-options.ts';
import { readSplits } from './read-splits.ts';

export interface LoadOptions extends ObtainOptions {
  readonly split: Split;
}

export interface LoadSplitsOptions extends ObtainOptions {
  /** Keep back a seeded, stratified part of the training samples. @default none */
  readonly validation?: ValidationOptions | undefined;
}

/**
 * One split of a dataset, in memory, or all of them: images as they were published, uint8, 0 is background. Fetched if
 * need be, kept by the browser for the next visit, and verified by SHA-256 in any case.
 *
 * @param dataset - One of `listDatasets()`, or a definition (see `defineDataset`).
 * @returns With `split` the images and labels of that split; without it `{ train, test }`, and with `validation` also
 *   `{ validation }`, whose samples are then missing from `train`.
 * @throws {DatasetFetchError} `E_UNKNOWN_DATASET`; `E_NO_SOURCE`, `E_INTEGRITY` - with every source that was tried and
 *   its reason; `E_SHAPE`, `E_PAIR_COUNT`, `E_LABEL_RANGE` - the files are not what the definition says.
 * @throws the signal's reason, when aborted.
 */
export function loadDataset(dataset: string | DatasetDefinition, options: LoadOptions): Promise<ImageDataset>;
export function loadDataset(
  dataset: string | DatasetDefinition,
  options: LoadSplitsOptions & { readonly validation: ValidationOptions },
): Promise<Required<DatasetSplits>>;
export function loadDataset(
  dataset: string | DatasetDefinition,
  options?: LoadSplitsOptions,
): Promise<DatasetSplits>;
export async function loadDataset(
  dataset: string | DatasetDefinition,
  options: Partial<LoadOptions> & LoadSplitsOptions = {},
): Promise<ImageDataset | DatasetSplits> {
  const { split, validation, ...obtainOptions } = options;
  const splits: readonly Split[] = split === undefined ? ['train', 'test'] : [split];
  const loaded = await readSplits(resolveDataset(dataset), splits, obtainOptions);
  return split === undefined ? toDatasetSplits(loaded, validation) : (loaded[0] as ImageDataset);
}
