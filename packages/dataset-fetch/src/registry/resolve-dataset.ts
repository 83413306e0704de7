import type { DatasetDefinition } from './dataset-definition.ts';
import { describeDataset } from './registry.ts';

/**
 * The definition that is meant by a name, or the definition itself.
 *
 * @throws {DatasetFetchError} `E_UNKNOWN_DATASET` - no dataset has this name.
 */
export function resolveDataset(dataset: string | DatasetDefinition): DatasetDefinition {
  return typeof dataset === 'string' ? describeDataset(dataset) : dataset;
}
