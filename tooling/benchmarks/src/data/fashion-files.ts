import { access, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { describeDataset, fetchDataset } from '@fashion-mnist/dataset-fetch';
import type { Cleanup } from '../runner/benchmark.ts';
import { temporaryFolder } from './temporary-folder.ts';

const DATASET = 'fashion-mnist';

/** Paths of the two files of the 60,000 training samples and of the 10,000 test samples. */
export interface FashionFiles {
  readonly trainImages: string;
  readonly trainLabels: string;
  readonly testImages: string;
  readonly testLabels: string;
}

/** The unpacked files in a cache of the toolkit, the usual one or another; fetched if need be. */
export async function unpackedFiles(cacheDir?: string): Promise<FashionFiles> {
  const { files } = await fetchDataset(DATASET, { cacheDir });
  const pathOf = (split: string, content: string) => {
    const found = files.find((file) => file.split === split && file.content === content);
    if (found === undefined) throw new Error(`${DATASET} has no ${content} of the ${split} split`);
    return found.path;
  };
  return {
    trainImages: pathOf('train', 'images'),
    trainLabels: pathOf('train', 'labels'),
    testImages: pathOf('test', 'images'),
    testLabels: pathOf('test', 'labels'),
  };
}

/** The gzipped files: those of Debian's package where it is installed, else packed anew in a temporary folder. */
export async function gzippedFiles(cleanup: Cleanup): Promise<FashionFiles> {
  const unpacked = await unpackedFiles();
  const installed = await folderOnThisMachine(unpacked);
  const folder = installed ?? (await temporaryFolder(cleanup));
  const packedPath = (path: string) => join(folder, `${basename(path)}.gz`);
  if (installed === undefined) {
    for (const path of Object.values(unpacked)) {
      await writeFile(packedPath(path), await promisify(gzip)(await readFile(path), { level: 9 }));
    }
  }
  return {
    trainImages: packedPath(unpacked.trainImages),
    trainLabels: packedPath(unpacked.trainLabels),
    testImages: packedPath(unpacked.testImages),
    testLabels: packedPath(unpacked.testLabels),
  };
}

async function folderOnThisMachine(unpacked: FashionFiles): Promise<string | undefined> {
  for (const source of describeDataset(DATASET).sources) {
    if (source.kind !== 'folder') continue;
    const paths = Object.values(unpacked).map((path) => join(source.path, `${basename(path)}.gz`));
    const checks = await Promise.allSettled(paths.map((path) => access(path)));
    if (checks.every(({ status }) => status === 'fulfilled')) return source.path;
  }
  return undefined;
}
