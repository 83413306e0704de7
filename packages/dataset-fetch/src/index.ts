export { DatasetFetchError, type DatasetFetchErrorCode, type FetchAttempt } from './errors.ts';
export { defaultCacheDirectory } from './node/cache-directory.ts';
export {
  type FetchedDataset,
  type FetchedFile,
  type FetchOptions,
  fetchDataset,
} from './node/fetch-dataset.ts';
export { type LoadOptions, loadDataset } from './node/load-dataset.ts';
export { publishFile } from './node/publish-file.ts';
export { type FileState, type VerifyOptions, verifyDataset } from './node/verify-dataset.ts';
export type { DatasetDefinition, DatasetSource, FileIdentity } from './registry/dataset-definition.ts';
export { describeDataset, listDatasets } from './registry/registry.ts';
