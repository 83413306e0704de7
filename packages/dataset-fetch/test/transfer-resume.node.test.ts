import { readFile, writeFile } from 'node:fs/promises';
import { createRng } from '@fashion-mnist/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type FaultServer,
  type FaultServerOptions,
  startFaultServer,
} from './fault-server/start-fault-server.ts';
import { REASON, sizeOf, stopOnce } from './fault-server/stop-once.ts';
import { createWorkplace, tryDownload, type Workplace } from './fault-server/try-download.ts';
import { officialFiles } from './official-files.ts';

const KIB = 1024;
const FILE = randomBytes(1024 * KIB, 1);
const NEWER = randomBytes(700 * KIB, 2);
const ETAG = /^"[0-9a-f]{16}"$/;

let place: Workplace;
let servers: FaultServer[];

beforeEach(async () => {
  place = await createWorkplace();
  servers = [];
});
afterEach(async () => {
  for (const server of servers) await server.close();
  await place.remove();
});

function randomBytes(length: number, seed: number): Uint8Array {
  const rng = createRng(seed);
  return Uint8Array.from({ length }, () => rng.nextUint32() & 255);
}

async function serve(options: FaultServerOptions = {}, bytes: Uint8Array = FILE): Promise<FaultServer> {
  const server = await startFaultServer(new Map([['file', bytes]]), options);
  servers.push(server);
  return server;
}

/** `toEqual` takes a second for a megabyte. */
function expectSame(got: Uint8Array | undefined, expected: Uint8Array): void {
  expect(got?.length).toBe(expected.length);
  expect(Buffer.compare(got ?? new Uint8Array(0), expected)).toBe(0);
}

const downloadFrom = (server: FaultServer) => tryDownload(`${server.baseUrl}file`, place.partialPath);
const rangesOf = (server: FaultServer) => server.requests.map(({ headers }) => headers['range']);

describe('a connection that is cut', () => {
  it.each([1, 400_000, 524_288, 1_048_471])(
    'is resumed at once when %i bytes have come',
    async (afterBytes) => {
      const server = await serve();
      server.script({ kind: 'cut', afterBytes });
      const { downloaded, bytes } = await downloadFrom(server);
      expect(downloaded).toEqual({ byteLength: FILE.length, resumed: true });
      expectSame(bytes, FILE);
      expect(rangesOf(server)).toEqual([undefined, `bytes=${afterBytes}-`]);
      expect(server.requests[1]?.headers['if-range']).toMatch(ETAG);
      expect(server.bytesSent('file')).toBe(FILE.length);
    },
  );

  it('is resumed as often as it takes while the file grows by 64 KiB or more', async () => {
    const server = await serve();
    server.setBehaviour({ kind: 'cut', afterBytes: 100 * KIB });
    const { bytes } = await downloadFrom(server);
    expectSame(bytes, FILE);
    expect(server.requests).toHaveLength(Math.ceil(FILE.length / (100 * KIB)));
    expect(server.bytesSent('file')).toBe(FILE.length);
  });

  it('is given up after five resumes in a row that bring less', async () => {
    const server = await serve();
    server.setBehaviour({ kind: 'cut', afterBytes: 1000 });
    const { failure, bytes } = await downloadFrom(server);
    expect(failure).toMatchObject({ retryable: true, message: expect.stringMatching(/hung up.*middle/) });
    expect(server.requests).toHaveLength(6);
    expectSame(bytes, FILE.subarray(0, 6000));
  });

  it('is left to the caller when not a byte has come, and leaves nothing behind', async () => {
    const server = await serve();
    server.script({ kind: 'cut', afterBytes: 0 });
    const { failure } = await downloadFrom(server);
    expect(failure).toMatchObject({ retryable: true });
    expect(server.requests).toHaveLength(1);
    expect(await place.list()).toEqual([]);
  });

  it('is resumed in the middle of chunks', async () => {
    const server = await serve();
    server.script({ kind: 'chunked-early-close', afterBytes: 300_000 });
    const { downloaded, bytes } = await downloadFrom(server);
    expect(downloaded?.resumed).toBe(true);
    expectSame(bytes, FILE);
    expect(server.bytesSent('file')).toBe(FILE.length);
  });

  it.each([
    { validators: 'weak' as const, why: 'a weak ETag' },
    { validators: 'none' as const, why: 'no validator' },
  ])('is not resumed by $why', async ({ validators }) => {
    const server = await serve({ validators });
    server.script({ kind: 'cut', afterBytes: 300_000 });
    const { failure } = await downloadFrom(server);
    expect(failure).toMatchObject({ retryable: true });
    expect(await place.list()).toEqual([]);
    const second = await downloadFrom(server);
    expectSame(second.bytes, FILE);
    expect(rangesOf(server)).toEqual([undefined, undefined]);
  });

  it('is resumed by a Last-Modified that lies well in the past', async () => {
    const server = await serve({ validators: 'date-only' });
    server.script({ kind: 'cut', afterBytes: 300_000 });
    const { bytes } = await downloadFrom(server);
    expectSame(bytes, FILE);
    expect(server.requests[1]?.headers['if-range']).toBe('Thu, 31 Aug 2017 10:50:27 GMT');
    expect(server.bytesSent('file')).toBe(FILE.length);
  });
});

const official = await officialFiles();

describe.skipIf(official === undefined)('the largest official file', () => {
  const name = 'train-images-idx3-ubyte.gz';
  const whole = official?.get(name) ?? new Uint8Array(0);

  it.each([1, 50, 99.99])('comes with at most 64 KiB twice when it is cut at %d %', async (percent) => {
    const server = await startFaultServer(new Map([[name, whole]]));
    servers.push(server);
    server.script({ kind: 'cut', afterBytes: Math.floor((whole.length * percent) / 100) });
    const { downloaded, bytes } = await tryDownload(`${server.baseUrl}${name}`, place.partialPath);
    expect(downloaded?.resumed).toBe(true);
    expectSame(bytes, whole);
    expect(server.bytesSent(name) - whole.length).toBeLessThanOrEqual(64 * KIB);
  });
});

describe('what an earlier attempt left', () => {
  const AFTER = 400_000;

  /** A stop ends an attempt and leaves its bytes. */
  async function leavePart(server: FaultServer): Promise<void> {
    server.script({ kind: 'stall', afterBytes: AFTER });
    const hasCome = async () => (await sizeOf(place.partialPath)) === AFTER;
    const attempt = (signal: AbortSignal) =>
      tryDownload(`${server.baseUrl}file`, place.partialPath, { signal });
    const { ending } = await stopOnce(hasCome, attempt);
    await expect(ending).rejects.toBe(REASON);
    expectSame(new Uint8Array(await readFile(place.partialPath)), FILE.subarray(0, AFTER));
    expect(await place.list()).toEqual(['file', 'file.json']);
  }

  it('is completed, and no byte comes twice', async () => {
    const server = await serve();
    await leavePart(server);
    const { downloaded, bytes } = await downloadFrom(server);
    expect(downloaded).toEqual({ byteLength: FILE.length, resumed: true });
    expectSame(bytes, FILE);
    expect(server.bytesSent('file')).toBe(FILE.length);
  });

  it('is completed after a kill in the middle of a write', async () => {
    const server = await serve();
    await leavePart(server);
    await writeFile(place.partialPath, FILE.subarray(0, AFTER - 777));
    const { bytes } = await downloadFrom(server);
    expectSame(bytes, FILE);
  });

  it.each([
    { what: 'the server ignores Range', behaviour: { kind: 'ignore-range' }, requestCount: 1 },
    {
      what: 'the file has another ETag',
      behaviour: { kind: 'changed-etag', etag: '"new"' },
      requestCount: 1,
    },
    {
      what: 'another version is continued',
      behaviour: { kind: 'changed-etag', etag: '"new"', ignoresIfRange: true },
      requestCount: 2,
    },
    {
      what: 'the part begins elsewhere',
      behaviour: { kind: 'wrong-content-range', shift: 1 },
      requestCount: 2,
    },
    {
      what: 'the part is of a longer file',
      behaviour: { kind: 'wrong-content-range', totalBytes: FILE.length + 1 },
      requestCount: 2,
    },
    {
      what: 'the server says that nothing is missing where something is',
      behaviour: { kind: 'status', status: 416, headers: { 'content-range': 'bytes */7' } },
      requestCount: 2,
    },
    { what: 'the server knows no range', behaviour: { kind: 'status', status: 416 }, requestCount: 2 },
    { what: 'the part is encoded', behaviour: { kind: 'content-encoding-gzip' }, requestCount: 1 },
  ] as const)('is replaced cleanly when $what', async ({ behaviour, requestCount }) => {
    const server = await serve();
    await leavePart(server);
    server.script(behaviour);
    const { downloaded, bytes } = await downloadFrom(server);
    expect(downloaded).toEqual({ byteLength: FILE.length, resumed: false });
    expectSame(bytes, FILE);
    expect(server.requests).toHaveLength(1 + requestCount);
  });

  it('is taken as whole when the server says that nothing is missing', async () => {
    const server = await serve();
    await downloadFrom(server);
    const { downloaded, bytes } = await downloadFrom(server);
    expect(downloaded).toEqual({ byteLength: FILE.length, resumed: true });
    expectSame(bytes, FILE);
    expect(server.bytesSent('file')).toBe(FILE.length);
  });

  it('is replaced by the version that the server has now', async () => {
    const older = await serve();
    await leavePart(older);
    const newer = await serve({}, NEWER);
    await moveRecord(older.baseUrl, newer.baseUrl);
    const { downloaded, bytes } = await downloadFrom(newer);
    expect(downloaded).toEqual({ byteLength: NEWER.length, resumed: false });
    expectSame(bytes, NEWER);
  });

  it.each([
    {
      what: 'is longer than the file',
      damage: () => writeFile(place.partialPath, new Uint8Array(FILE.length + 1)),
    },
    { what: 'comes from another server', damage: () => moveRecord('http://127', 'http://example') },
    { what: 'has no record', damage: () => writeFile(`${place.partialPath}.json`, '') },
    {
      what: 'has a record without a validator',
      damage: () => writeFile(`${place.partialPath}.json`, '{"url":""}'),
    },
  ])('is thrown away without asking for more of it when it $what', async ({ damage }) => {
    const server = await serve();
    await leavePart(server);
    await damage();
    const { downloaded, bytes } = await downloadFrom(server);
    expect(downloaded?.resumed).toBe(false);
    expectSame(bytes, FILE);
    expect(rangesOf(server)).toEqual([undefined, undefined]);
  });

  it('is not joined with a third version when two restarts would be needed', async () => {
    const server = await serve();
    await leavePart(server);
    const wrong = { kind: 'wrong-content-range', shift: 5 } as const;
    server.script(wrong, { kind: 'cut', afterBytes: 200_000 }, wrong);
    const { failure } = await downloadFrom(server);
    expect(failure).toMatchObject({
      retryable: true,
      message: expect.stringContaining('another part or version'),
    });
    expect(await place.list()).toEqual([]);
  });

  async function moveRecord(from: string, to: string): Promise<void> {
    const path = `${place.partialPath}.json`;
    await writeFile(path, (await readFile(path, 'utf8')).replace(from, to));
  }
});
