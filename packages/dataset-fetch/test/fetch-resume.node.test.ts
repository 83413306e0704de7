import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Behaviour } from './fault-server/behaviour.ts';
import type { FaultServer } from './fault-server/start-fault-server.ts';
import { REASON, sizeOf, stopOnce } from './fault-server/stop-once.ts';
import { createFetchPlace, type FetchPlace, sourceAt } from './fetcher/fetch-place.ts';
import { tinyDataset } from './fetcher/tiny-dataset.ts';

const FIRST_FILE = 'train-images-idx3-ubyte.gz';
const AFTER = 5000;

let place: FetchPlace;
let files: Map<string, Uint8Array>;
let server: FaultServer;

beforeEach(async () => {
  place = await createFetchPlace();
  files = new Map(place.tiny.published);
  server = await place.serve({}, files);
});
afterEach(() => place.remove());

const fetchAll = () => place.fetch([sourceAt(server)]);
const datasetFolder = () => join(place.cacheDir, 'tiny');
const sizeOfFirst = () => place.tiny.published.get(FIRST_FILE)?.length ?? 0;

/** Whether the first file has come as far as the server gives it. */
async function hasCome(): Promise<boolean> {
  const others = await place.listOthers();
  const sizes = await Promise.all(others.map((name) => sizeOf(join(datasetFolder(), name))));
  return sizes.includes(AFTER);
}

async function expectAllRight(): Promise<void> {
  expect(await place.listRight()).toEqual([...place.tiny.contents.keys()].toSorted());
  expect(await place.listOthers()).toEqual([]);
}

describe('a source that breaks off in the middle of a file', () => {
  it('is asked for the rest, and no byte comes twice', async () => {
    server.script({ kind: 'cut', afterBytes: AFTER });
    await fetchAll();
    await expectAllRight();
    expect(server.requests[1]?.headers['range']).toBe(`bytes=${AFTER}-`);
    expect(server.bytesSent(FIRST_FILE)).toBe(sizeOfFirst());
  });

  it.each<{ what: string; behaviour: Behaviour }>([
    { what: 'ignores ranges', behaviour: { kind: 'ignore-range' } },
    { what: 'has another version by now', behaviour: { kind: 'changed-etag', etag: '"new"' } },
    {
      what: 'continues with another version',
      behaviour: { kind: 'changed-etag', etag: '"new"', ignoresIfRange: true },
    },
    { what: 'continues elsewhere', behaviour: { kind: 'wrong-content-range', shift: 1 } },
    { what: 'continues a longer file', behaviour: { kind: 'wrong-content-range', totalBytes: 99_999 } },
    { what: 'has no such range', behaviour: { kind: 'status', status: 416 } },
    {
      what: 'says that the file is shorter',
      behaviour: { kind: 'status', status: 416, headers: { 'content-range': 'bytes */7' } },
    },
    { what: 'encodes the rest', behaviour: { kind: 'content-encoding-gzip' } },
  ])('gives the right file all the same when it $what', async ({ behaviour }) => {
    server.script({ kind: 'cut', afterBytes: AFTER }, behaviour);
    await fetchAll();
    await expectAllRight();
  });
});

describe('a download that an earlier fetch left', () => {
  beforeEach(async () => {
    server.script({ kind: 'stall', afterBytes: AFTER });
    const { ending } = await stopOnce(hasCome, (signal) => place.fetch([sourceAt(server)], { signal }));
    await expect(ending).rejects.toBe(REASON);
  });

  it('is kept with what is needed to go on, and nothing else is', async () => {
    expect(await place.listRight()).toEqual([]);
    expect(await place.listOthers()).toEqual([
      expect.stringMatching(/^\.fashion-mnist\/train-images-idx3-ubyte\.gz-[0-9a-f]{8}\.download$/),
      expect.stringMatching(/\.download\.json$/),
    ]);
  });

  it('is completed', async () => {
    await fetchAll();
    await expectAllRight();
    expect(server.bytesSent(FIRST_FILE)).toBe(sizeOfFirst());
  });

  it('is removed when another source gives the file', async () => {
    await place.fetch([sourceAt(await place.serve())]);
    await expectAllRight();
  });

  it.each([
    { what: 'longer than the file', damage: () => new Uint8Array(99_999) },
    { what: 'full of other bytes', damage: (bytes: Uint8Array) => bytes.map((byte) => byte ^ 255) },
    { what: 'shorter than it was', damage: (bytes: Uint8Array) => bytes.subarray(0, AFTER - 777) },
    { what: 'empty', damage: () => new Uint8Array(0) },
  ])('does no harm when it is $what by now', async ({ damage }) => {
    const [name = ''] = await place.listOthers();
    const path = join(datasetFolder(), name);
    await writeFile(path, damage(new Uint8Array(await readFile(path))));
    const { fetched } = await fetchAll();
    expect(fetched?.files[0]?.origin).toBe(server.baseUrl);
    await expectAllRight();
  });

  it('of another version is replaced', async () => {
    for (const [name, bytes] of tinyDataset(2).published) files.set(name, bytes);
    const other = await createFetchPlace(tinyDataset(2));
    const { fetched } = await other.fetch([sourceAt(server)], { cacheDir: place.cacheDir });
    expect(fetched?.files[0]?.origin).toBe(server.baseUrl);
    expect(await place.listOthers()).toEqual([]);
    const name = 'train-images-idx3-ubyte';
    const published = await readFile(join(datasetFolder(), name));
    expect(Buffer.compare(published, other.tiny.contents.get(name) ?? published)).toBe(0);
    await other.remove();
  });
});
