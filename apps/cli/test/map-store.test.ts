import { readFile, writeFile } from 'node:fs/promises';
import { parseDefinition } from '@fashion-mnist/dataset-fetch';
import { describe, expect, it } from 'vitest';
import { openMapStore } from '../src/maps/map-store.ts';
import { makeDataset } from './made-dataset.ts';
import { runHere } from './run-here.ts';
import { useWorkFolder } from './work-folder.ts';

const work = useWorkFolder();

async function useStore() {
  const { definition } = await makeDataset(work.path, { trainCount: 40, testCount: 20 });
  const store = openMapStore(parseDefinition(await readFile(definition, 'utf8')), work.in('cache'));
  const embed = (...args: readonly string[]) =>
    runHere(['embed', definition, '--method', 'pca', ...args], work.env);
  const kept = async () =>
    (await store.list()).map(({ method, split, sampleIndices }) => [method, split, sampleIndices.length]);
  return { definition, embed, kept };
}

describe('the maps that are kept for serve', () => {
  it('are those of all images, of the test and of the training images, the latest of each', async () => {
    const { embed, kept } = await useStore();
    for (const split of ['train', 'test', 'all', 'test'])
      expect((await embed('--split', split)).exitCode).toBe(0);
    expect(await kept()).toEqual([
      ['pca', 'all', 60],
      ['pca', 'test', 20],
      ['pca', 'train', 40],
    ]);
  });

  it('are not those of a part of a split', async () => {
    const { embed, kept } = await useStore();
    await embed('--count', '10');
    expect(await kept()).toEqual([]);
    await embed();
    await embed('--count', '10');
    expect(await kept()).toEqual([['pca', 'test', 20]]);
  });

  it('are none where the files are damaged', async () => {
    const { embed, kept } = await useStore();
    await embed();
    const path = (await work.list('cache')).find((name) => name.endsWith('.map')) ?? '';
    const bytes = await readFile(work.in('cache', path));
    for (const damaged of [
      bytes.subarray(0, -1),
      bytes.subarray(0, 20),
      Buffer.from('{}\n'),
      Buffer.concat([bytes.subarray(0, -8), Buffer.alloc(8, 0xff)]),
    ]) {
      await writeFile(work.in('cache', path), damaged);
      expect(await kept()).toEqual([]);
    }
  });

  it('are not those of other images under the same name', async () => {
    const { embed, kept } = await useStore();
    await embed();
    expect(await kept()).toHaveLength(1);
    const { definition } = await makeDataset(work.path, { trainCount: 40, testCount: 20, seed: 2 });
    const other = openMapStore(parseDefinition(await readFile(definition, 'utf8')), work.in('cache'));
    expect(await other.list()).toEqual([]);
  });
});
