import { DatasetFetchError } from '../errors.ts';
import type { DatasetDefinition, FileIdentity, Packing } from './dataset-definition.ts';
import { emnist } from './emnist.ts';
import { fashionMnist } from './fashion-mnist.ts';
import { kmnist } from './kmnist.ts';
import { kuzushiji49 } from './kuzushiji-49.ts';
import { mnist } from './mnist.ts';
import { qmnist } from './qmnist.ts';

/** A file of the registry, and the dataset that it belongs to. */
export interface KnownFile {
  readonly dataset: DatasetDefinition;
  readonly file: FileIdentity;
}

/** A known file in one of the wrappings in which it is published. */
export interface KnownPacking extends KnownFile {
  readonly packing: Packing;
}

const DATASETS: readonly DatasetDefinition[] = [
  fashionMnist,
  mnist,
  kmnist,
  kuzushiji49,
  ...emnist,
  ...qmnist,
];

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

/** The known file with this content, of any dataset: by the SHA-256 of its decompressed bytes. */
export function findFileByHash(sha256: string): KnownFile | undefined {
  for (const dataset of DATASETS) {
    const file = dataset.files.find((candidate) => candidate.sha256 === sha256);
    if (file !== undefined) return { dataset, file };
  }
  return undefined;
}

/**
 * The known file that is published as these bytes, of any dataset, so that a wrong file is named before it is unpacked.
 *
 * @param digest - SHA-256 or MD5 of the bytes as published (gzip or npz), lower-case hexadecimal.
 */
export function findPackingByHash(digest: string): KnownPacking | undefined {
  for (const dataset of DATASETS) {
    for (const file of dataset.files) {
      const packing = file.packings?.find(({ sha256, md5 }) => sha256 === digest || md5 === digest);
      if (packing !== undefined) return { dataset, file, packing };
    }
  }
  return undefined;
}
