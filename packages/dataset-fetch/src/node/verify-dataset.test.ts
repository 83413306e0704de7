import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { verifyDataset } from './verify-dataset.ts';

let cacheDir: string;

beforeEach(async () => {
  cacheDir = await mkdtemp(join(tmpdir(), 'verify-dataset-'));
});
afterEach(() => rm(cacheDir, { recursive: true }));

it('tells corrupt files from missing ones, and changes neither', async () => {
  await mkdir(join(cacheDir, 'mnist'));
  await writeFile(join(cacheDir, 'mnist', 'train-labels-idx1-ubyte'), 'rotten');
  const states = await verifyDataset('mnist', { cacheDir });
  expect(states.map(({ name, state }) => `${name} ${state}`)).toEqual([
    'train-images-idx3-ubyte missing',
    'train-labels-idx1-ubyte corrupt',
    't10k-images-idx3-ubyte missing',
    't10k-labels-idx1-ubyte missing',
  ]);
  expect(await readdir(join(cacheDir, 'mnist'))).toEqual(['train-labels-idx1-ubyte']);
});

it('does not know datasets that are not registered', async () => {
  await expect(verifyDataset('cifar', { cacheDir })).rejects.toMatchObject({ code: 'E_UNKNOWN_DATASET' });
});
