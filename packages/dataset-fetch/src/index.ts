export { DatasetFetchError, type DatasetFetchErrorCode, type FetchAttempt } from './errors.ts';
export type { LoadDataset, WithSplit, WithValidation } from './load-splits.ts';
export { defaultCacheDirectory } from './node/cache/cache-directory.ts';
export type { VerifyMode } from './node/cache/dataset-cache.ts';
export { type HeldLock, holdLock, type LockOptions } from './node/cache/lock.ts';
export { publishFile } from './node/cache/publish-file.ts';
export {
  type FetchedDataset,
  type FetchedFile,
  type FetchOptions,
  fetchDataset,
} from './node/fetch-dataset.ts';
export { type LoadOptions, type LoadSplitsOptions, loadDataset } from './node/load-dataset.ts';
export { type ReadDataSetsOptions, readDataSets } from './node/read-data-sets.ts';
export { type FileState, type VerifyOptions, verifyDataset } from './node/verify-dataset.ts';
export {
  DataSet,
  type DataSetBatch,
  type DataSetLabels,
  type DataSetOptions,
  type NextBatchOptions,
} from './readers/data-set.ts';
export type { PixelArrays, PixelType } from './readers/encode-images.ts';
export { type DataSets, type DataSetsOptions, toDataSets } from './readers/to-data-sets.ts';
export type {
  Archive,
  DatasetDefinition,
  DatasetSource,
  Digests,
  FileIdentity,
  Packing,
} from './registry/dataset-definition.ts';
export { defineDataset } from './registry/define-dataset.ts';
export { parseDefinition } from './registry/parse-definition.ts';
export { describeDataset, listDatasets } from './registry/registry.ts';
export { type Batch, type BatchesOptions, batches } from './splits/batches.ts';
export { takeSamples } from './splits/take-samples.ts';
export type { DatasetSplits, ValidationOptions } from './splits/to-dataset-splits.ts';
export {
  type ValidationSplit,
  type ValidationSplitOptions,
  validationSplit,
} from './splits/validation-split.ts';
