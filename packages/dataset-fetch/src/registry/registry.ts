import { DatasetFetchError } from '../errors.ts';
import type { DatasetDefinition, FileIdentity } from './dataset-definition.ts';
import { fashionMnist } from './fashion-mnist.ts';
import { mnist } from './mnist.ts';

const DATASETS: readonly DatasetDefinition[] = [fashionMnist, mnist];

/** Names of the datasets that can be fetched. */
export function listDatasets(): readonly string[] {
  return DATASETS.map(({ name }) => name);
}

/**
 * All that is known of a dataset: its files and their hashes, classes, licence and sources.
 *
 * @throws {DatasetFetchError} `E_UNKNOWN_DATASET` - no dataset has this name.
 */
export function describeDataset(name: string): DatasetDefinition {
  const definition = DATASETS.find((dataset) => dataset.name === name);
  if (definition !== undefined) return definition;
  throw new DatasetFetchError(
    'E_UNKNOWN_DATASET',
    `expected one of ${listDatasets().join(', ')}, got '${name}'`,
  );
}

/** The known file with this content, of any dataset. */
export function findFileByHash(
  sha256: string,
): { dataset: DatasetDefinition; file: FileIdentity } | undefined {
  for (const dataset of DATASETS) {
    const file = dataset.files.find((candidate) => candidate.sha256 === sha256);
    if (file !== undefined) return { dataset, file };
  }
  return undefined;
}
