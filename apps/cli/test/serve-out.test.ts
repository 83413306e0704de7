import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { parseIdx } from '@fashion-mnist/idx-format';
import sirv from 'sirv';
import { afterEach, describe, expect, it } from 'vitest';
import { makeDataset } from './made-dataset.ts';
import { runHere } from './run-here.ts';
import { useWorkFolder } from './work-folder.ts';

const work = useWorkFolder();
let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

async function writeOut(...args: readonly string[]) {
  const { definition, test } = await makeDataset(work.path, {
    trainCount: 90,
    testCount: 60,
    height: 6,
    width: 5,
  });
  const run = await runHere(['serve', definition, '--out', work.in('site'), ...args], work.env);
  return { ...run, test };
}

/** Serves the folder as another host does, below a path. */
async function hostBelow(prefix: string): Promise<string> {
  const serveFiles = sirv(work.in('site'), { dev: true });
  const listening = createServer((request, response) => {
    request.url = (request.url ?? '').replace(prefix, '/');
    serveFiles(request, response);
  });
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  server = listening;
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}${prefix}`;
}

describe('serve --out', () => {
  it('writes page and data, which any host serves below any path', async () => {
    const { exitCode, stdout, test } = await writeOut();
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/wrote .*site: \d+\.\d MB\n/)]);
    const address = await hostBelow('/some/where/');

    const page = await (await fetch(address)).text();
    const links = Array.from(page.matchAll(/(?:src|href)="([^"]+)"/g), ([, link = '']) => link);
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) expect((await fetch(new URL(link, address))).status).toBe(200);

    const index = await (await fetch(new URL('data/index.json', address))).json();
    const [{ splits, layouts }] = index.datasets;
    expect(layouts.map(({ id, quality }: { id: string; quality: object }) => [id, typeof quality])).toEqual([
      ['pca', 'object'],
      ['tsne', 'object'],
      ['umap', 'object'],
    ]);
    const images = await readFile(work.in('site', splits[1].images.href));
    expect(images.length).toBe(splits[1].images.bytes);
    expect(new Uint8Array(parseIdx(gunzipSync(images)).data)).toEqual(test.images);
    const layout = await fetch(new URL(layouts[0].href, address));
    expect((await layout.arrayBuffer()).byteLength).toBe(layouts[0].bytes);
  });

  it('tells the host which headers to send', async () => {
    await writeOut('--maps', 'pca');
    const lines = (await readFile(work.in('site', '_headers'), 'utf8')).split('\n');
    expect(lines).toContain('/*');
    expect(lines).toContain('  Cross-Origin-Opener-Policy: same-origin');
    expect(lines).toContain('  Cross-Origin-Embedder-Policy: require-corp');
    expect(lines.find((line) => line.startsWith('  Content-Security-Policy: '))).toContain(
      "'wasm-unsafe-eval'",
    );
  });

  it('computes the maps that it is told to, and prints one JSON document', async () => {
    const { stdout, stderr } = await writeOut('--maps', 'pca', '--json');
    const { out, bytes, datasets } = JSON.parse(stdout);
    expect([out, datasets, stderr]).toEqual([
      work.in('site'),
      [{ name: 'made', count: 150, layouts: ['pca'] }],
      '',
    ]);
    const sizes = (await work.list('site')).map(
      async (name) => (await readFile(work.in('site', name)).catch(() => '')).length,
    );
    expect((await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)).toBe(bytes);
  });

  it('holds nothing of the machine that wrote it', async () => {
    await writeOut('--maps', 'pca');
    const index = await readFile(work.in('site', 'data', 'index.json'), 'utf8');
    expect(index).not.toContain(work.path);
  });

  it('fills an empty folder', async () => {
    await mkdir(work.in('site'));
    expect((await writeOut('--maps', 'pca')).exitCode).toBe(0);
  });

  it('replaces an earlier page as a whole, with --force', async () => {
    await writeOut('--maps', 'pca');
    await writeFile(work.in('site', 'stale.js'), '');
    expect(await writeOut('--maps', 'pca')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/--force/),
    });
    expect(await work.list('site')).toContain('stale.js');
    expect((await writeOut('--maps', 'pca', '--force')).exitCode).toBe(0);
    expect(await work.list('site')).not.toContain('stale.js');
  });

  it('leaves a folder of others alone, before anything is computed', async () => {
    await mkdir(work.in('site'));
    await writeFile(work.in('site', 'index.html'), 'mine');
    const { exitCode, stderr } = await writeOut('--force');
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringMatching(/holds something that serve has not written/),
    ]);
    expect(await work.list('site')).toEqual(['index.html']);
    expect(await work.list('cache')).toEqual([]);
  });

  it('leaves a file alone', async () => {
    await writeFile(work.in('site'), 'mine');
    expect((await writeOut('--force')).exitCode).toBe(1);
    expect(await readFile(work.in('site'), 'utf8')).toBe('mine');
  });
});
