import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { encodeIdx } from '@fashion-mnist/idx-format';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DatasetDefinition, DatasetSource, FileIdentity } from '../registry/dataset-definition.ts';
import { obtainFiles } from './obtain-files.ts';
import { sha256 } from './sha256.ts';

const rawImages = encodeIdx({ data: Uint8Array.from({ length: 32 }, (_, index) => index), shape: [2, 4, 4] });
const rawLabels = encodeIdx({ data: Uint8Array.of(1, 0), shape: [2] });

const images = fileOf('images-idx3-ubyte', 'images', rawImages, [2, 4, 4]);
const labels = fileOf('labels-idx1-ubyte', 'labels', rawLabels, [2]);
const FILES = [images, labels];

function fileOf(
  name: string,
  content: 'images' | 'labels',
  raw: Uint8Array,
  shape: readonly number[],
): FileIdentity {
  return { name, split: 'train', content, sha256: sha256(raw), byteLength: raw.length, shape };
}

function datasetFrom(...sources: DatasetSource[]): DatasetDefinition {
  return {
    name: 'tiny',
    title: 'Tiny',
    licence: 'MIT',
    homepage: '',
    classNames: ['a', 'b'],
    files: FILES,
    sources,
  };
}

const serveGood: RequestListener = (request, response) => {
  response.end(gzipSync(request.url?.includes('images') ? rawImages : rawLabels));
};

let cacheDir: string;
let servers: Server[];

beforeEach(async () => {
  cacheDir = await mkdtemp(join(tmpdir(), 'obtain-files-'));
  servers = [];
});

afterEach(async () => {
  for (const server of servers) server.close().closeAllConnections();
  await rm(cacheDir, { recursive: true });
});

/** A mirror on this machine that counts its requests. */
async function startMirror(answer: RequestListener) {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const source: DatasetSource = {
    kind: 'https',
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
  };
  return { source, requests };
}

const obtain = (definition: DatasetDefinition, options: Parameters<typeof obtainFiles>[2] = {}) =>
  obtainFiles(definition, FILES, { cacheDir, offline: false, ...options });

const cachedNames = async () => (await readdir(join(cacheDir, 'tiny')).catch((): string[] => [])).toSorted();

describe('obtainFiles', () => {
  it('fetches each file once, unpacks it into the cache, and takes it from there the next time', async () => {
    const mirror = await startMirror(serveGood);
    const first = await obtain(datasetFrom(mirror.source));
    const second = await obtain(datasetFrom(mirror.source));
    expect(mirror.requests).toEqual(['/images-idx3-ubyte.gz', '/labels-idx1-ubyte.gz']);
    expect(first.map(({ bytes }) => bytes)).toEqual([rawImages, rawLabels]);
    expect(second.map(({ origin }) => origin)).toEqual(['cache', 'cache']);
    expect(new Uint8Array(await readFile(join(cacheDir, 'tiny', images.name)))).toEqual(rawImages);
    expect(await cachedNames()).toEqual([images.name, labels.name]);
  });

  it.each<{ what: string; answer: RequestListener; reason: RegExp }>([
    { what: 'answers 404', answer: (_, response) => response.writeHead(404).end(), reason: /answered 404/ },
    {
      what: 'answers a page with status 200',
      answer: (_, response) => response.end('<html>log in</html>'),
      reason: /begins "<html>log in/,
    },
    {
      what: 'hangs up midway',
      answer: (_, response) =>
        response.writeHead(200, { 'content-length': 999 }).write('x', () => response.destroy()),
      reason: /terminated|other side closed|aborted/,
    },
    {
      what: 'has a damaged file',
      answer: (_, response) => response.end(gzipSync(rawImages).subarray(0, -9)),
      reason: /gzip file that cannot be used/,
    },
    {
      what: 'has other content under the name',
      answer: (_, response) => response.end(gzipSync(rawLabels)),
      reason: /unknown IDX file of shape 2,/,
    },
    {
      what: 'sends without end',
      answer: (_, response) => response.end(new Uint8Array(10_000)),
      reason: /more than the 1077 bytes/,
    },
  ])('goes on to the next source when one $what, and remembers why', async ({ answer, reason }) => {
    const bad = await startMirror(answer);
    const good = await startMirror(serveGood);
    await obtain(datasetFrom(bad.source, good.source));
    expect(bad.requests).toHaveLength(1);
    expect(good.requests).toHaveLength(2);

    await rm(join(cacheDir, 'tiny'), { recursive: true });
    const failure = await obtain(datasetFrom(bad.source)).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      name: 'DatasetFetchError',
      attempts: [{ reason: expect.stringMatching(reason) }],
    });
    expect(await cachedNames()).toEqual([]);
  });

  it('tells wrong content from sources that cannot be reached', async () => {
    const wrong = await startMirror((_, response) => response.end('other'));
    const closed: DatasetSource = { kind: 'https', baseUrl: 'http://127.0.0.1:9/' };
    await expect(obtain(datasetFrom(closed, { kind: 'folder', path: '/nowhere' }))).rejects.toMatchObject({
      code: 'E_NO_SOURCE',
      message: expect.stringMatching(/127\.0\.0\.1:9[^]*folder \/nowhere[^]*--from DIR/),
    });
    await expect(obtain(datasetFrom(closed, wrong.source))).rejects.toMatchObject({ code: 'E_INTEGRITY' });
  });

  it('takes files from a folder, gzipped or plain', async () => {
    const folder = await mkdtemp(join(cacheDir, 'folder-'));
    await writeFile(join(folder, `${images.name}.gz`), gzipSync(rawImages));
    await writeFile(join(folder, labels.name), rawLabels);
    const obtained = await obtain(datasetFrom({ kind: 'folder', path: folder }));
    expect(obtained.map(({ bytes }) => new Uint8Array(bytes))).toEqual([rawImages, rawLabels]);
  });

  it('sets a corrupt file of the cache aside, says so, and fetches only that file again', async () => {
    const mirror = await startMirror(serveGood);
    await obtain(datasetFrom(mirror.source));
    await writeFile(join(cacheDir, 'tiny', images.name), 'rotten');
    mirror.requests.length = 0;
    const setAside: string[] = [];
    const again = await obtain(datasetFrom(mirror.source), {
      onProgress: ({ stage, detail }) => stage === 'quarantine' && setAside.push(detail ?? ''),
    });
    expect(mirror.requests).toEqual(['/images-idx3-ubyte.gz']);
    expect(again[0]?.bytes).toEqual(rawImages);
    expect(setAside).toHaveLength(1);
    expect(await readFile(setAside[0] ?? '', 'utf8')).toBe('rotten');
  });

  it('asks no one when offline', async () => {
    const mirror = await startMirror(serveGood);
    await expect(obtain(datasetFrom(mirror.source), { offline: true })).rejects.toMatchObject({
      code: 'E_OFFLINE',
      message: expect.stringContaining(images.name),
    });
    expect(mirror.requests).toEqual([]);
    await obtain(datasetFrom(mirror.source));
    await expect(obtain(datasetFrom(mirror.source), { offline: true })).resolves.toHaveLength(2);
  });

  it('refuses a cache folder that cannot be made, before it downloads anything', async () => {
    const mirror = await startMirror(serveGood);
    const file = join(cacheDir, 'file');
    await writeFile(file, '');
    await expect(obtain(datasetFrom(mirror.source), { cacheDir: file })).rejects.toMatchObject({
      code: 'E_CACHE',
      message: expect.stringContaining('FASHION_MNIST_CACHE'),
    });
    expect(mirror.requests).toEqual([]);
  });

  it('stops with the reason of the signal in the middle of a download, and leaves nothing half-written', async () => {
    const stalled = await startMirror((_, response) =>
      response.writeHead(200, { 'content-length': 40 }).write('12345'),
    );
    const controller = new AbortController();
    const reason = new Error('changed my mind');
    const pending = obtain(datasetFrom(stalled.source), {
      signal: controller.signal,
      onProgress: ({ stage }) => stage === 'download' && controller.abort(reason),
    });
    await expect(pending).rejects.toBe(reason);
    expect(await cachedNames()).toEqual([]);
  });

  it('counts the bytes of a download', async () => {
    const mirror = await startMirror((request, response) => {
      const body = gzipSync(request.url?.includes('images') ? rawImages : rawLabels);
      response.writeHead(200, { 'content-length': body.length }).end(body);
    });
    const last = new Map<string, number>();
    await obtain(datasetFrom(mirror.source), {
      onProgress: ({ stage, completed, total, detail }) =>
        stage === 'download' && last.set(detail ?? '', completed / total),
    });
    expect([...last]).toEqual([
      [images.name, 1],
      [labels.name, 1],
    ]);
  });
});
