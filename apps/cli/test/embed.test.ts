import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { makeDataset } from './made-dataset.ts';
import { runHere } from './run-here.ts';
import { useWorkFolder } from './work-folder.ts';

const work = useWorkFolder();

async function embedMade(args: readonly string[], env = {}) {
  const { definition } = await makeDataset(work.path, { trainCount: 90, testCount: 60, height: 6, width: 5 });
  return runHere(['embed', definition, ...args], { ...work.env, ...env });
}

describe('embed', () => {
  it('tells what it made, the seconds of its stages, and the quality of the map', async () => {
    const { exitCode, stdout } = await embedMade(['--method', 'pca', '--json']);
    expect(exitCode).toBe(0);
    const { provenance, quality, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({ dataset: 'made', split: 'test', method: 'pca', count: 60, out: [] });
    expect(Object.keys(provenance.stages).length).toBeGreaterThan(0);
    expect(quality).toMatchObject({ neighborCount: 15, voterCount: 10, queryCount: 60 });
    for (const name of ['trustworthiness', 'continuity', 'neighborRecall', 'labelAccuracy']) {
      expect(quality[name] >= 0 && quality[name] <= 1).toBe(true);
    }
  });

  it('says the same to people', async () => {
    const { stdout } = await embedMade(['--method', 'pca']);
    expect(stdout).toMatch(/^Made for a test: PCA of 60 test images in [\d.]+ s \(fashion-mnist [\d.]+\)\n/);
    expect(stdout).toMatch(/\n {2}stages: \w+ [\d.]+ s/);
    expect(stdout).toMatch(/\n {2}quality: trustworthiness 0\.\d{4}, .*10-NN label accuracy 0\.\d{4}\n/);
  });

  it.each(['tsne', 'umap'])('makes the same map by %s again with any number of threads', async (method) => {
    const mapWith = async (threads: string) => {
      const { exitCode, stderr } = await embedMade(
        ['--method', method, '--count', '90', '--split', 'train', '--out', work.in(`${threads}.csv`)],
        { FASHION_MNIST_THREADS: threads },
      );
      expect([exitCode, stderr]).toEqual([0, expect.not.stringContaining('Error')]);
      return readFile(work.in(`${threads}.csv`), 'utf8');
    };
    expect(await mapWith('2')).toBe(await mapWith('1'));
  });

  it('makes a map of all splits, training images first', async () => {
    const { stdout } = await embedMade([
      '--method',
      'pca',
      '--split',
      'all',
      '--out',
      work.in('map.csv'),
      '--json',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ split: 'all', count: 150 });
    const lines = (await readFile(work.in('map.csv'), 'utf8')).trimEnd().split('\n');
    expect(lines.at(-1)).toMatch(/^149,/);
  });

  it('sets another dataset beside, in one figure', async () => {
    await makeDataset(work.path, { name: 'other', testCount: 40, height: 6, width: 5, seed: 2 });
    const { stdout } = await embedMade([
      '--json',
      '--method=pca',
      `--beside=${work.in('other.json')}`,
      '--out',
      work.in('both.svg'),
      work.in('both.png'),
    ]);
    const { beside } = JSON.parse(stdout);
    expect(beside).toMatchObject([{ dataset: 'other', count: 40 }]);
    const svg = await readFile(work.in('both.svg'), 'utf8');
    expect(svg.match(/h0/g)).toHaveLength(100);
    expect(svg.match(/>Made for a test by PCA<\/text>/g)).toHaveLength(2);
    expect((await readFile(work.in('both.png'))).subarray(1, 4).toString()).toBe('PNG');
  });

  it('writes thumbnails, and a folder for the projector', async () => {
    const { exitCode, stdout } = await embedMade([
      '--method=pca',
      `--thumbnails=${work.in('thumbnails.png')}`,
      `--projector=${work.in('projector')}`,
    ]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`wrote ${work.in('thumbnails.png')}\nwrote ${work.in('projector')}\n`);
    expect((await work.list('projector')).toSorted()).toEqual([
      'metadata.tsv',
      'pca.tsv',
      'pixels.tsv',
      'projector_config.json',
      'projector_config.pbtxt',
      'sprite.png',
    ]);
    const lineCounts = ['metadata.tsv', 'pca.tsv', 'pixels.tsv'].map(
      async (name) => (await readFile(work.in('projector', name), 'utf8')).split('\n').length - 1,
    );
    expect(await Promise.all(lineCounts)).toEqual([61, 60, 60]);
  });

  it.each([
    {
      args: ['--beside', 'mnist', '--out', 'map.csv'],
      says: /--beside: expected --out to end in \.svg or \.png/,
    },
    { args: ['--beside', 'mnist', '--projector', 'folder'], says: /--beside: goes with --out only/ },
    { args: ['--thumbnails', 'map.svg'], says: /--thumbnails: expected a name that ends in \.png/ },
    { args: ['--threads', '0'], says: /Expected 1\.\.256/ },
    { args: ['--engine', 'reference'], says: /PCA has no reference engine/ },
    {
      args: [],
      env: { FASHION_MNIST_THREADS: 'many' },
      says: /FASHION_MNIST_THREADS: expected 1\.\.256, got many/,
    },
  ])('refuses $args $env', async ({ args, env, says }) => {
    const { exitCode, stdout, stderr } = await embedMade(['--method', 'pca', ...args], env);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(says);
    expect(stdout).toBe('');
  });
});
