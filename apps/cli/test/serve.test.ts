import { copyFile, mkdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { hostname } from 'node:os';
import { gunzipSync } from 'node:zlib';
import { parseIdx } from '@fashion-mnist/idx-format';
import { afterEach, describe, expect, it } from 'vitest';
import { ask } from './ask.ts';
import { type MadeDatasetOptions, makeDataset } from './made-dataset.ts';
import { type RunningCommand, startCommand, waitForOutput } from './run-command.ts';
import { runHere } from './run-here.ts';
import { useWorkFolder } from './work-folder.ts';

const work = useWorkFolder();
const running: RunningCommand[] = [];

const MADE = { trainCount: 90, testCount: 60, height: 6, width: 5 };

const made = (options: MadeDatasetOptions = {}) => makeDataset(work.path, { ...MADE, ...options });

async function serve(args: readonly string[], env = {}) {
  const command = startCommand(['serve', ...args], { ...work.env, ...env });
  running.push(command);
  const [address] = await waitForOutput(command, /http:\/\/[\d.]+:\d+\//);
  return { ...command, address };
}

afterEach(async () => {
  for (const { process, finished } of running.splice(0)) {
    process.kill('SIGINT');
    await finished;
  }
});

async function indexOf(address: string) {
  const { body, headers } = await ask(address, { path: '/data/index.json' });
  expect(headers['content-type']).toBe('application/json');
  return JSON.parse(body.toString());
}

/** The list of datasets, once it holds what is awaited. */
async function indexWith(address: string, isThere: (dataset: { layouts: Layout[] }) => boolean) {
  for (;;) {
    const index = await indexOf(address);
    if (index.datasets.every(isThere)) return index;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

interface Layout {
  readonly id: string;
  readonly quality?: unknown;
}

const hasAll = ({ layouts }: { layouts: Layout[] }) =>
  ['pca', 'tsne', 'umap'].every((id) =>
    layouts.some((layout) => layout.id === id && layout.quality !== undefined),
  );

describe('what is served', () => {
  it('is the list of the dataset, its images and labels as they are, and its maps', async () => {
    const { definition, train, test } = await made();
    const { address } = await serve([definition, '--maps', 'pca', 'umap']);
    const { version, datasets } = await indexOf(address);
    const [dataset] = datasets;
    expect([version, datasets.length]).toEqual([1, 1]);
    expect(dataset).toMatchObject({
      name: 'made',
      title: 'Made for a test',
      imageShape: [6, 5],
      splits: [
        { split: 'train', first: 0, count: 90 },
        { split: 'test', first: 90, count: 60 },
      ],
    });
    for (const [{ images, labels }, expected] of [
      [dataset.splits[0], train],
      [dataset.splits[1], test],
    ]) {
      expect(await idxAt(address, images)).toEqual({
        data: expected.images,
        shape: [expected.labels.length, 6, 5],
      });
      expect(await idxAt(address, labels)).toEqual({
        data: expected.labels,
        shape: [expected.labels.length],
      });
    }
    for (const layout of dataset.layouts.slice(0, 2)) {
      expect(layout).toMatchObject({ first: 0, count: 150, bytes: 600 });
      expect((await fileAt(address, layout)).length).toBe(600);
    }
  });

  it('is the page, which is asked for again each time, and files of it that never change', async () => {
    const { definition } = await made();
    const { address } = await serve([definition]);
    const { body, headers } = await ask(address);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
    });
    const [, script = ''] = /src="\.(\/assets\/[^"]+\.js)"/.exec(body.toString()) ?? [];
    const answer = await ask(address, { path: script, headers: { 'accept-encoding': 'br' } });
    expect(answer.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  it('grows by the maps that are missing, each measured, while it answers', async () => {
    const { definition } = await made();
    const { address } = await serve([definition, '--maps', 'pca']);
    const { datasets } = await indexWith(address, hasAll);
    expect(datasets[0].layouts.map(({ id }: Layout) => id)).toEqual(['pca', 'tsne', 'umap']);
    for (const { quality } of datasets[0].layouts) {
      expect(quality).toMatchObject({ queryCount: 150, nNeighbors: 15 });
      for (const name of ['trustworthiness', 'continuity', 'neighborRecall'])
        expect(quality[name] >= 0 && quality[name] <= 1).toBe(true);
    }
    const again = await serve([definition]);
    expect(await indexOf(again.address)).toEqual({ version: 1, datasets });
  });

  it('has the maps that embed made of a split, at their place', async () => {
    const { definition } = await made();
    for (const split of ['test', 'train'])
      expect(
        (await runHere(['embed', definition, '--method=pca', '--split', split], work.env)).exitCode,
      ).toBe(0);
    const { address } = await serve([definition, '--maps', 'pca']);
    const { datasets } = await indexWith(address, hasAll);
    expect(
      datasets[0].layouts.map(({ id, first, count }: Layout & { first: number; count: number }) => [
        id,
        first,
        count,
      ]),
    ).toEqual([
      ['pca', 0, 150],
      ['tsne', 0, 150],
      ['umap', 0, 150],
      ['pca-test', 90, 60],
      ['pca-train', 0, 90],
    ]);
  });

  it('can be several datasets; too few images for a map are shown without it', async () => {
    const { definition } = await made();
    const few = await makeDataset(work.path, { name: 'few', trainCount: 2, testCount: 1 });
    const { address, output } = await serve([few.definition, definition]);
    const { datasets } = await indexOf(address);
    expect(datasets.map(({ name }: { name: string }) => name)).toEqual(['few', 'made']);
    expect(output().stderr).toMatch(/warning: no UMAP of Made for a test: /);
  });

  it('is a folder with a definition, as convert writes it', async () => {
    const { definition } = await made({ name: 'own' });
    await mkdir(work.in('own'));
    await copyFile(definition, work.in('own', 'dataset.json'));
    const { address } = await serve([work.in('own'), '--maps', 'pca']);
    const { datasets } = await indexOf(address);
    expect(datasets).toMatchObject([{ name: 'own', splits: [{ count: 90 }, { count: 60 }] }]);
  });
});

describe('the command', () => {
  it('tells the address on a line of its own, and what is to come', async () => {
    const { definition } = await made();
    const { address, output } = await serve([definition, '--maps', 'pca']);
    expect(output().stdout).toBe(
      `Made for a test: 150 images, PCA; UMAP, t-SNE will follow\n${address}\nCtrl-C ends it.\n`,
    );
  });

  it('prints one JSON document, also when maps follow', async () => {
    const { definition } = await made();
    const { address, output, process, finished } = await serve([definition, '--json', '--maps', 'pca']);
    await indexWith(address, hasAll);
    expect(JSON.parse(output().stdout)).toEqual({
      address,
      datasets: [{ name: 'made', count: 150, layouts: ['pca'] }],
    });
    process.kill('SIGINT');
    expect(await finished).toMatchObject({ exitCode: 0, stderr: '' });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('ends well at %s, also with connections open', async (signal) => {
    const { definition } = await made();
    const { address, process, finished } = await serve([definition, '--maps', 'pca']);
    const socket = connect(Number(new URL(address).port), '127.0.0.1');
    socket.on('error', () => {});
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await new Promise((resolve) => socket.once('data', resolve));
    process.kill(signal);
    expect((await finished).exitCode).toBe(0);
  });

  it('ends in the middle of a map that is computed while it serves, and leaves nothing half', async () => {
    const { definition } = await made({ trainCount: 3000, testCount: 1000, height: 28, width: 28 });
    const { process, finished } = await serve([definition, '--maps', 'pca']);
    process.kill('SIGINT');
    expect((await finished).exitCode).toBe(0);
    expect((await work.list('cache')).filter((name) => /unfinished|tsne/.test(name))).toEqual([]);
  });

  it('names a port that is in use, and what to do, with exit code 4', async () => {
    const { definition } = await made();
    const { address } = await serve([definition]);
    const { port } = new URL(address);
    const { exitCode, stdout, stderr } = await runHere(['serve', definition, '--port', port], work.env);
    expect([exitCode, stdout]).toEqual([4, '']);
    expect(stderr).toContain(`error: port ${port} is in use: name another with --port`);
    const asJson = await runHere(['serve', definition, '--json', '--port', port], work.env);
    expect(JSON.parse(asJson.stdout)).toMatchObject({ error: { code: 'E_LISTEN' } });
  });

  it('warns when others on the network can see the page, which answers to names of this machine', async () => {
    const { definition } = await made();
    const { address, output } = await serve([definition, '--host', '0.0.0.0']);
    expect(output().stderr).toMatch(/warning: others on the network can see this page/);
    const asked = (host: string) => ask(address.replace('0.0.0.0', '127.0.0.1'), { headers: { host } });
    expect((await asked('localhost')).status).toBe(200);
    expect((await asked(hostname())).status).toBe(200);
    expect((await asked('evil.example')).status).toBe(403);
  });

  it.each([
    {
      args: ['--host', '192.0.2.1'],
      exit: 4,
      says: /--host: expected an address of this machine, got 192\.0\.2\.1/,
    },
    { args: ['--port', '65536'], exit: 1, says: /Expected 0\.\.65535/ },
    { args: ['--maps', 'lda'], exit: 1, says: /Allowed choices are pca, tsne, umap/ },
    { args: ['made.json'], exit: 4, says: /ENOENT/ },
  ])('refuses $args', async ({ args, exit, says }) => {
    const { definition } = await made();
    const { exitCode, stdout, stderr } = await runHere(['serve', definition, ...args], work.env);
    expect([exitCode, stdout]).toEqual([exit, '']);
    expect(stderr).toMatch(says);
  });

  it('refuses two datasets of one name', async () => {
    const { definition } = await made();
    const { exitCode, stderr } = await runHere(['serve', definition, definition], work.env);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/expected datasets of different names, got made twice/);
  });

  it('has no Fashion-MNIST where that cannot be reached', async () => {
    const { exitCode, stderr } = await runHere(['serve'], { ...work.env, FASHION_MNIST_OFFLINE: '1' });
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/fashion-mnist/);
  });
});

async function fileAt(address: string, { href, bytes }: { href: string; bytes: number }) {
  const { status, headers, body } = await ask(address, { path: `/${href}` });
  expect([status, body.length, headers['content-encoding']]).toEqual([200, bytes, undefined]);
  return body;
}

async function idxAt(address: string, file: { href: string; bytes: number }) {
  const { data, shape } = parseIdx(gunzipSync(await fileAt(address, file)));
  return { data: new Uint8Array(data), shape };
}
