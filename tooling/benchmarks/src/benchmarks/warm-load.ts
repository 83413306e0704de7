import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { type DatasetSplits, loadDataset } from '@fashion-mnist/dataset-fetch';
import { type FashionFiles, gzippedFiles, unpackedFiles } from '../data/fashion-files.ts';
import { warmCache } from '../data/warm-cache.ts';
import { memoryOfLoading } from '../memory/node-memory.ts';
import { memoryOfReading } from '../memory/python-memory.ts';
import { pythonPeer } from '../peers/python-peer.ts';
import type { Benchmark, Cleanup, Comparison } from '../runner/benchmark.ts';
import { timed } from '../runner/timed.ts';

const IMAGE_COUNT = 70_000;
const BYTES_PER_MB = 1e6;
const LOAD = 'loadDataset';
const HASH = 'read and hash the same files with node:crypto';

/** What every run of a program pays that has fetched its data before. */
export const warmLoad: Benchmark = {
  name: 'warm-load',
  question: 'What do all 70,000 images and labels cost when the cache has them?',
  async prepare(cleanup) {
    const cacheDir = await warmCache(cleanup);
    const gzipped = pairsOf(await gzippedFiles(cleanup));
    return [await timeOf(cacheDir, gzipped, cleanup), await memoryOf(cacheDir, gzipped)];
  },
};

async function timeOf(cacheDir: string, gzipped: readonly string[], cleanup: Cleanup): Promise<Comparison> {
  const paths = Object.values(await unpackedFiles(cacheDir));
  return {
    title: 'time',
    unit: 'ms',
    contenders: [
      timed(LOAD, () => loadDataset('fashion-mnist', { cacheDir }), requireAll),
      timed(
        `${LOAD}, verify: 'hash'`,
        () => loadDataset('fashion-mnist', { cacheDir, verify: 'hash' }),
        requireAll,
      ),
      timed('read the same files', () => Promise.all(paths.map((path) => readFile(path)))),
      timed(HASH, () => Promise.all(paths.map(readAndHash))),
      await pythonPeer('mnist_reader.py, no hash', 'mnist_reader.py', gzipped, cleanup),
    ],
    targets: [{ of: LOAD, to: HASH, bound: { atMost: 1.2 } }],
  };
}

async function memoryOf(cacheDir: string, gzipped: readonly string[]): Promise<Comparison> {
  const paths = Object.values(await unpackedFiles(cacheDir));
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
  const payload = sizes.reduce((sum, size) => sum + size, 0) / BYTES_PER_MB;
  return {
    title: 'peak memory above an idle process',
    unit: 'MB',
    contenders: [
      memoryOfLoading(LOAD, cacheDir),
      { name: 'the payload', measure: () => payload },
      await memoryOfReading('mnist_reader.py', gzipped),
    ],
    targets: [{ of: LOAD, to: 'the payload', bound: { atMost: 1.2 } }],
  };
}

function pairsOf({ trainImages, trainLabels, testImages, testLabels }: FashionFiles): readonly string[] {
  return [trainImages, trainLabels, testImages, testLabels];
}

function requireAll({ train, test }: DatasetSplits): void {
  const got = train.labels.length + test.labels.length;
  if (got !== IMAGE_COUNT) throw new Error(`expected ${IMAGE_COUNT} images, got ${got}`);
}

async function readAndHash(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}
