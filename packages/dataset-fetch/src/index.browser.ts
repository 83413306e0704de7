export { type LoadOptions, type LoadSplitsOptions, loadDataset } from './browser/load-dataset.ts';
export type { WebSource } from './browser/page-sources.ts';
export { DatasetFetchError, type DatasetFetchErrorCode, type FetchAttempt } from './errors.ts';
export type { LoadDataset, WithSplit, WithValidation } from './load-splits.ts';
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
