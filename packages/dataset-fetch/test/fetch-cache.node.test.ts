import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadDataset } from '@fashion-mnist/dataset-fetch';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaultServer } from './fault-server/start-fault-server.ts';
import { createFetchPlace, type FetchPlace, sourceAt, type TestOptions } from './fetcher/fetch-place.ts';

const LABELS = 't10k-labels-idx1-ubyte';

let place: FetchPlace;
let server: FaultServer;

beforeEach(async () => {
  place = await createFetchPlace();
  server = await place.serve();
});
afterEach(() => place.remove());

const fetchAll = (options?: TestOptions) => place.fetch([sourceAt(server)], options);
const allNames = () => [...place.tiny.contents.keys()].toSorted();
const pathOf = (name: string) => join(place.cacheDir, 'tiny', name);

describe('a file of the cache', () => {
  it('was asked for once, under its name with .gz, and is taken from the cache after that', async () => {
    const { fetched: first } = await fetchAll();
    const { fetched: second } = await fetchAll();
    expect(server.requests.map(({ name }) => name).toSorted()).toEqual(
      allNames().map((name) => `${name}.gz`),
    );
    expect(first?.files.map(({ origin }) => origin)).toEqual(new Array(4).fill(server.baseUrl));
    expect(second?.files.map(({ origin }) => origin)).toEqual(new Array(4).fill('cache'));
    expect(await place.listRight()).toEqual(allNames());
  });

  it.each([
    { what: 'a bit has rotted', damage: (bytes: Uint8Array) => bytes.with(20, (bytes[20] ?? 0) ^ 1) },
    { what: 'it was cut', damage: (bytes: Uint8Array) => bytes.subarray(0, -1) },
    { what: 'it is empty', damage: () => new Uint8Array(0) },
  ])('is set aside and fetched anew, alone, when $what', async ({ damage }) => {
    await fetchAll();
    const rotten = damage(new Uint8Array(await readFile(pathOf(LABELS))));
    await writeFile(pathOf(LABELS), rotten);
    const setAside: string[] = [];
    await fetchAll({
      onProgress: ({ stage, detail }) => void (stage === 'quarantine' && setAside.push(detail ?? '')),
    });
    expect(server.requests.slice(4).map(({ name }) => name)).toEqual([`${LABELS}.gz`]);
    expect(await place.listRight()).toEqual(allNames());
    expect(new Uint8Array(await readFile(setAside[0] ?? ''))).toEqual(rotten);
  });

  it('is set aside and fetched anew when there is a folder in its place', async () => {
    await mkdir(join(pathOf(LABELS), 'inside'), { recursive: true });
    await fetchAll();
    expect(await place.listRight()).toEqual(allNames());
  });

  it('is read as images and labels', async () => {
    const definition = place.tiny.from(sourceAt(server));
    const { train, test } = await loadDataset(definition, { cacheDir: place.cacheDir, offline: false });
    expect(train.images.shape).toEqual([300, 8, 8]);
    expect(train.images.data).toEqual(place.tiny.contents.get('train-images-idx3-ubyte')?.subarray(16));
    expect(Array.from(test.labels)).toEqual(Array.from(place.tiny.contents.get(LABELS)?.subarray(8) ?? []));
  });
});

describe('offline', () => {
  it('asks no one, and takes what the cache has', async () => {
    await fetchAll();
    const { fetched } = await fetchAll({ offline: true });
    expect(fetched?.files.map(({ origin }) => origin)).toEqual(new Array(4).fill('cache'));
    expect(server.requests).toHaveLength(4);
  });

  it('names the folder, what it lacks and what to do when something is missing', async () => {
    await fetchAll();
    await rm(pathOf(LABELS));
    const { failure } = await fetchAll({ offline: true });
    expect(failure).toMatchObject({ code: 'E_OFFLINE', attempts: [] });
    expect(failure?.message).toContain(`${join(place.cacheDir, 'tiny')} lacks ${LABELS};`);
    expect(failure?.message).toMatch(/run once online, or put the files there$/);
    expect(server.requests).toHaveLength(4);
  });

  it('takes files that somebody has put there', async () => {
    await mkdir(join(place.cacheDir, 'tiny'));
    for (const [name, bytes] of place.tiny.contents) await writeFile(pathOf(name), bytes);
    expect((await fetchAll({ offline: true })).fetched?.files).toHaveLength(4);
    expect(server.requests).toEqual([]);
  });
});

describe('a folder', () => {
  it('needs no network where there is no other source', async () => {
    const folder = join(place.cacheDir, 'elsewhere');
    await mkdir(folder, { recursive: true });
    for (const [name, bytes] of place.tiny.contents) await writeFile(join(folder, name), bytes);
    const inFolder = { kind: 'folder', path: folder } as const;
    const mixed = await fetchAll({ offline: true, sources: [sourceAt(server), inFolder] });
    expect(mixed.failure).toMatchObject({ code: 'E_OFFLINE' });
    expect((await fetchAll({ offline: true, sources: [inFolder] })).fetched?.files).toHaveLength(4);
    expect(server.requests).toEqual([]);
  });

  it('is a source of gzipped and of plain files, under the names of 7-zip, too, and stays as it is', async () => {
    const folder = join(place.cacheDir, 'mine');
    await mkdir(folder);
    const [gzipped = '', plain = '', renamed = '', last = ''] = allNames();
    const contentOf = (name: string) => place.tiny.contents.get(name) ?? new Uint8Array(0);
    await writeFile(join(folder, `${gzipped}.gz`), gzipSync(contentOf(gzipped)));
    await writeFile(join(folder, plain), contentOf(plain));
    await writeFile(join(folder, renamed.replace('-idx', '.idx')), contentOf(renamed));
    await writeFile(join(folder, last), contentOf(last));
    const { fetched } = await place.fetch([{ kind: 'folder', path: folder }]);
    expect(fetched?.files.map(({ origin }) => origin)).toEqual(new Array(4).fill(`folder ${folder}`));
    expect(await place.listRight()).toEqual(allNames());
    expect(new Uint8Array(await readFile(join(folder, plain)))).toEqual(contentOf(plain));
  });

  it('that is not there is left for the next source', async () => {
    const { fetched } = await place.fetch([{ kind: 'folder', path: '/nowhere' }, sourceAt(server)]);
    expect(fetched?.files).toHaveLength(4);
  });
});

it('a cache folder that cannot be made is refused before anything is asked', async () => {
  const file = join(place.cacheDir, 'file');
  await writeFile(file, '');
  const { failure } = await fetchAll({ cacheDir: file });
  expect(failure).toMatchObject({
    code: 'E_CACHE',
    message: expect.stringContaining('FASHION_MNIST_CACHE'),
  });
  expect(server.requests).toEqual([]);
});
