import { type LoadDataset, loadBy, type WithSplit, type WithValidation } from '../load-splits.ts';
import type { ObtainOptions } from './obtain-options.ts';
import { readSplits } from './read-splits.ts';

/** Which split `loadDataset` gives, and how it is obtained. */
export interface LoadOptions extends ObtainOptions, WithSplit {}

/** What `loadDataset` keeps back for validation, and how the splits are obtained. */
export interface LoadSplitsOptions extends ObtainOptions, WithValidation {}

/**
 * One split of a dataset, in memory, or all of them: images as they were published, uint8, 0 is background. Fetched if
 * need be, and verified in any case (see `fetchDataset`).
 *
 * @param dataset - One of `listDatasets()`, or a definition (see `defineDataset`).
 * @returns With `split` the images and labels of that split; without it `{ train, test }`, and with `validation` also
 *   `{ validation }`, whose samples are then missing from `train`.
 * @throws {DatasetFetchError} as `fetchDataset`; `E_SHAPE`, `E_PAIR_COUNT`, `E_LABEL_RANGE` - the files are not what
 *   the definition says.
 * @throws the signal's reason, when aborted.
 */
export const loadDataset: LoadDataset<ObtainOptions> = loadBy(readSplits);
