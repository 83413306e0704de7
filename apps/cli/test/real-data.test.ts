import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { chromiumArguments, findChromium } from '@fashion-mnist/config/chromium';
import {
  DatasetFetchError,
  describeDataset,
  type FetchedDataset,
  fetchDataset,
  loadDataset,
} from '@fashion-mnist/dataset-fetch';
import { pca } from '@fashion-mnist/visualize';
import { type ConsoleMessage, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCommand, waitForOutput } from './run-command.ts';
import { runHere } from './run-here.ts';

const MINUTE = 60_000;

async function fetchIfReachable(): Promise<FetchedDataset | undefined> {
  try {
    return await fetchDataset('fashion-mnist');
  } catch (error) {
    if (error instanceof DatasetFetchError && ['E_NO_SOURCE', 'E_OFFLINE'].includes(error.code))
      return undefined;
    throw error;
  }
}

const golden = JSON.parse(
  await readFile(fileURLToPath(new URL('./golden/scikit-learn.json', import.meta.url)), 'utf8'),
);
const fetched = await fetchIfReachable();

describe.skipIf(fetched === undefined)('on the real Fashion-MNIST', { timeout: 3 * MINUTE }, () => {
  /** A cache of our own, filled from the user's, so that maps of tests stay out of that one. */
  let folder: string;
  let env: Record<string, string>;
  const source = dirname(fetched?.files[0]?.path ?? '');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'real-data-'));
    env = { FASHION_MNIST_CACHE: join(folder, 'cache'), FASHION_MNIST_OFFLINE: '' };
    const { exitCode } = await runHere(['fetch', '--from', source], env);
    expect(exitCode).toBe(0);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('info prints counts, shapes, hashes, classes and moments', async () => {
    const { stdout, exitCode } = await runHere(['info', 'fashion-mnist', '--json'], env);
    expect(exitCode).toBe(0);
    const { splits, classNames, files } = JSON.parse(stdout);
    expect(splits.train).toMatchObject({
      count: 60_000,
      shape: [60_000, 28, 28],
      classCounts: new Array(10).fill(6000),
    });
    expect(splits.test).toMatchObject({
      count: 10_000,
      shape: [10_000, 28, 28],
      classCounts: new Array(10).fill(1000),
    });
    expect(splits.train.mean).toBeCloseTo(0.286, 4);
    expect(splits.train.std).toBeCloseTo(0.353, 4);
    expect(classNames).toHaveLength(10);
    expect(files.map(({ sha256 }: { sha256: string }) => sha256.slice(0, 8))).toEqual([
      'c59f468a',
      'bad3541b',
      '5b4141f0',
      '0402a96d',
    ]);
  });

  it('a corrupt file of the cache is reported, set aside and fetched again', async () => {
    const cached = join(folder, 'cache', 'fashion-mnist');
    await writeFile(join(cached, 't10k-labels-idx1-ubyte'), 'rotten');
    const { exitCode, stderr } = await runHere(['fetch', '--from', source], env);
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(
      /warning: a corrupt file of the cache was set aside: .*t10k-labels-idx1-ubyte\.corrupt-/,
    );
    const { stdout } = await runHere(['fetch', '--offline', '--json'], env);
    expect(JSON.parse(stdout).files.map(({ origin }: { origin: string }) => origin)).toEqual(
      new Array(4).fill('cache'),
    );
  });

  it('show draws a picture in letters, and says what it is', async () => {
    const { stdout } = await runHere(['show', '--index', '0'], env);
    expect(stdout.split('\n').length).toBeGreaterThan(14);
    expect(stdout).toMatch(/[#*+%]{3}/);
    expect(stdout).toMatch(/test 0: Ankle boot\n$/);
  });

  it('show refuses an index beyond the end', async () => {
    const { exitCode, stderr } = await runHere(['show', '--index', '10000'], env);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/--index: expected 0\.\.9999 in the test split, got 10000/);
  });

  it('export --to idx gives back the published bytes, and info knows them', async () => {
    const out = join(folder, 'idx');
    const args = ['export', '--to', 'idx', '--split', 'test', '--gzip', '--out', out];
    expect((await runHere(args, env)).exitCode).toBe(0);
    const { stdout } = await runHere(['info', join(out, 't10k-images-idx3-ubyte.gz'), '--json'], env);
    expect(JSON.parse(stdout)).toMatchObject({
      blocked: true,
      shape: [10_000, 28, 28],
      knownAs: { dataset: 'fashion-mnist', file: 't10k-images-idx3-ubyte' },
    });
  });

  it('export --to csv writes a table of 785 columns and a line per picture', async () => {
    const out = join(folder, 'csv');
    expect((await runHere(['export', '--to', 'csv', '--split', 'test', '--out', out], env)).exitCode).toBe(0);
    const lines = (await readFile(join(out, 'fashion-mnist_test.csv'), 'latin1')).split('\n');
    expect(lines).toHaveLength(10_002);
    expect(lines.at(-1)).toBe('');
    expect(lines[0]).toMatch(/^label,pixel1,pixel2,.*,pixel784$/);
    expect(lines[1]).toMatch(/^9,(\d+,){783}\d+$/);
  });

  it('embed writes a map in every form', async () => {
    const out = ['csv', 'json', 'svg', 'png'].map((format) => join(folder, `map.${format}`));
    const { exitCode } = await runHere(['embed', '--method', 'pca', '--count', '300', '--out', ...out], env);
    expect(exitCode).toBe(0);
    const [csv = '', json = '', svg = '', png = ''] = out;
    expect((await readFile(csv, 'utf8')).split('\n').slice(0, 2)).toEqual([
      'index,x,y,label,class',
      expect.stringMatching(/^0,-?[\d.]+,-?[\d.]+,9,Ankle boot$/),
    ]);
    expect(JSON.parse(await readFile(json, 'utf8'))).toMatchObject({
      method: 'pca',
      split: 'test',
      provenance: { options: { count: 300 } },
    });
    expect(await readFile(svg, 'utf8')).toMatch(/^<svg /);
    expect([...(await readFile(png)).subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
  });

  it('PCA explains the variance that scikit-learn finds', async () => {
    const { images } = await loadDataset('fashion-mnist', { split: 'test' });
    const { axes } = await pca(images);
    golden.testPcaExplainedVariance.forEach((expected: number, axis: number) => {
      expect(Math.abs((axes.explainedVariance[axis] ?? 0) / expected - 1)).toBeLessThan(1e-9);
    });
  });

  it('serve has all images and maps of all of them; MNIST is left out where it cannot be reached', async () => {
    const server = startCommand(['serve', '--json', '--maps', 'pca'], { ...env, FASHION_MNIST_OFFLINE: '1' });
    const [address] = await waitForOutput(server, /http:\/\/127\.0\.0\.1:\d+\//);
    try {
      const index = await (await fetch(new URL('data/index.json', address))).json();
      const [{ name, splits, layouts }, ...others] = index.datasets;
      expect([name, others]).toEqual(['fashion-mnist', []]);
      expect(splits.map(({ first, count }: { first: number; count: number }) => [first, count])).toEqual([
        [0, 60_000],
        [60_000, 10_000],
      ]);
      expect(layouts[0]).toMatchObject({ id: 'pca', first: 0, count: 70_000, bytes: 280_000 });
      const answer = await fetch(new URL(splits[1].images.href, address));
      const idx = gunzipSync(Buffer.from(await answer.arrayBuffer()));
      expect(createHash('sha256').update(idx).digest('hex')).toBe(
        describeDataset('fashion-mnist').files.find(({ name: file }) => file === 't10k-images-idx3-ubyte')
          ?.sha256,
      );
      await waitForOutput(server, /warning: MNIST is not shown: \w/);
    } finally {
      server.process.kill('SIGINT');
    }
    expect((await server.finished).exitCode).toBe(0);
  });

  describe.skipIf(findChromium() === undefined)('the page', () => {
    it('runs as served: isolated from other sites, with shared memory, without an error', async () => {
      const server = startCommand(['serve', 'fashion-mnist', '--json', '--maps', 'pca'], env);
      const [address] = await waitForOutput(server, /http:\/\/127\.0\.0\.1:\d+\//);
      const browser = await chromium.launch({
        executablePath: findChromium() ?? '',
        args: chromiumArguments,
      });
      try {
        const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
        const complaints: string[] = [];
        page.on('console', (message: ConsoleMessage) => {
          if (message.type() === 'error') complaints.push(message.text());
        });
        page.on('pageerror', (error) => complaints.push(error.message));
        const refused: string[] = [];
        page.on('response', (response) => {
          if (!response.ok() && response.status() !== 304) refused.push(response.url());
        });
        await page.goto(address, { waitUntil: 'networkidle' });
        expect(await page.evaluate('crossOriginIsolated && typeof SharedArrayBuffer')).toBe('function');
        expect(await page.getByRole('heading').first().textContent()).toMatch(/\w/);
        expect([complaints, refused]).toEqual([[], []]);
      } finally {
        await browser.close();
        server.process.kill('SIGINT');
        await server.finished;
      }
    });
  });
});
