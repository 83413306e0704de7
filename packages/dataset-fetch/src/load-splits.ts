import type { ImageDataset, Split } from '@fashion-mnist/core';
import type { DatasetDefinition } from './registry/dataset-definition.ts';
import { resolveDataset } from './registry/resolve-dataset.ts';
import { type DatasetSplits, toDatasetSplits, type ValidationOptions } from './splits/to-dataset-splits.ts';

/** Asks for a validation split. */
export interface WithValidation {
  /** Keep back a seeded, stratified part of the training samples. @default none */
  readonly validation?: ValidationOptions | undefined;
}

/** Asks for one split. */
export interface WithSplit {
  /** The split to give, alone. */
  readonly split: Split;
}

/** `loadDataset` of a platform, which obtains files in its own way. */
export interface LoadDataset<ObtainOptions> {
  (dataset: string | DatasetDefinition, options: ObtainOptions & WithSplit): Promise<ImageDataset>;
  (
    dataset: string | DatasetDefinition,
    options: ObtainOptions & Required<WithValidation>,
  ): Promise<Required<DatasetSplits>>;
  (dataset: string | DatasetDefinition, options?: ObtainOptions & WithValidation): Promise<DatasetSplits>;
}

type ReadSplits<ObtainOptions> = (
  definition: DatasetDefinition,
  splits: readonly Split[],
  options: ObtainOptions,
) => Promise<readonly ImageDataset[]>;

type PublishedSplits = readonly [ImageDataset, ImageDataset];

/** Loads one split or all of them, by whatever reads the published ones. */
export function loadBy<ObtainOptions extends object>(
  readSplits: ReadSplits<ObtainOptions>,
): LoadDataset<ObtainOptions> {
  async function load(
    dataset: string | DatasetDefinition,
    options: ObtainOptions & Partial<WithSplit> & WithValidation = {} as ObtainOptions,
  ): Promise<ImageDataset | DatasetSplits> {
    const { split, validation } = options;
    const splits: readonly Split[] = split === undefined ? ['train', 'test'] : [split];
    const [first, second] = (await readSplits(resolveDataset(dataset), splits, options)) as PublishedSplits;
    return split === undefined ? toDatasetSplits([first, second], validation) : first;
  }
  return load as LoadDataset<ObtainOptions>;
}
