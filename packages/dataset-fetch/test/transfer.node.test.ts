import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRng, type ProgressEvent } from '@fashion-mnist/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chaos } from './fault-server/chaos.ts';
import { type FaultServer, startFaultServer } from './fault-server/start-fault-server.ts';
import { createWorkplace, IMPATIENCE, tryDownload, type Workplace } from './fault-server/try-download.ts';

const rng = createRng(1);
const FILE = Uint8Array.from({ length: 20_000 }, () => rng.nextUint32() & 255);

let place: Workplace;
let server: FaultServer;
let url: string;

beforeEach(async () => {
  place = await createWorkplace();
  server = await startFaultServer(new Map([['file', FILE]]));
  url = `${server.baseUrl}file`;
});
afterEach(async () => {
  await server.close();
  await place.remove();
});

describe('download', () => {
  it('writes what a server sends, asked for without encoding', async () => {
    const { downloaded, bytes } = await tryDownload(url, place.partialPath);
    expect(downloaded).toEqual({ byteLength: FILE.length, resumed: false });
    expect(bytes).toEqual(FILE);
    expect(server.requests.map(({ headers }) => headers['accept-encoding'])).toEqual(['identity']);
  });

  it('records what is needed to go on before the first byte of the body', async () => {
    server.script({ kind: 'stall', afterBytes: 0 });
    const controller = new AbortController();
    const pending = tryDownload(url, place.partialPath, {
      signal: controller.signal,
      timeouts: { idleMs: 30_000 },
    });
    const record = await readWhenThere(`${place.partialPath}.json`);
    expect(JSON.parse(record)).toEqual({
      url,
      etag: expect.stringMatching(/^"/),
      totalBytes: FILE.length,
    });
    controller.abort(new Error('enough'));
    await expect(pending).rejects.toThrow('enough');
  });

  it('gives bytes that are wrong as they came: their hash is the business of the caller', async () => {
    server.script({ kind: 'flip-bit', offset: 77 }, { kind: 'truncate', toBytes: 5000 });
    const flipped = FILE.map((byte, index) => (index === 77 ? byte ^ 1 : byte));
    const other = `${place.partialPath}-2`;
    expect((await tryDownload(url, place.partialPath)).bytes).toEqual(flipped);
    expect((await tryDownload(url, other)).bytes).toEqual(FILE.subarray(0, 5000));
  });

  it('leaves errors of the file system as they are', async () => {
    await expect(tryDownload(url, `${place.partialPath}/none/file`)).rejects.toMatchObject({
      code: 'ENOENT',
    });
    expect(server.requests).toEqual([]);
  });

  async function readWhenThere(path: string): Promise<string> {
    for (;;) {
      const text = await readFile(path, 'utf8').catch(() => '');
      if (text !== '') return text;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
});

describe('a server that stands still', () => {
  it.each([
    {
      what: 'never answers',
      behaviour: { kind: 'hang-before-headers' },
      message: /did not answer for 2 s/,
    },
    {
      what: 'sends no byte of the body',
      behaviour: { kind: 'stall', afterBytes: 0 },
      message: /sent nothing for 1\.2 s/,
    },
    {
      what: 'stops after one byte',
      behaviour: { kind: 'stall', afterBytes: 1 },
      message: /sent nothing for 1\.2 s/,
    },
    {
      what: 'sends a byte now and then',
      behaviour: { kind: 'drip', bytesPerTick: 1, tickMs: 60 },
      message: /sent only \d+ bytes in \d+(\.\d)? s/,
    },
  ] as const)('is left after a while when it $what', async ({ behaviour, message }) => {
    server.script(behaviour);
    const { failure } = await tryDownload(url, place.partialPath, { timeouts: IMPATIENCE });
    expect(failure).toMatchObject({ retryable: true, message: expect.stringMatching(message) });
    expect(server.requests).toHaveLength(1);
  });

  it('is not one that sends slowly, as long as it sends enough', async () => {
    server.script({ kind: 'drip', bytesPerTick: 1000, tickMs: 40 });
    expect((await tryDownload(url, place.partialPath, { timeouts: IMPATIENCE })).bytes).toEqual(FILE);
  });
});

describe('an answer that is not the file', () => {
  it.each([
    { status: 400, retryable: false },
    { status: 401, retryable: false },
    { status: 403, retryable: false },
    { status: 404, retryable: false },
    { status: 410, retryable: false },
    { status: 416, retryable: false },
    { status: 408, retryable: true },
    { status: 425, retryable: true },
    { status: 429, retryable: true },
    { status: 500, retryable: true },
    { status: 502, retryable: true },
    { status: 503, retryable: true },
    { status: 504, retryable: true },
  ])('with status $status may change: $retryable', async ({ status, retryable }) => {
    server.script({ kind: 'status', status });
    const { failure, bytes } = await tryDownload(url, place.partialPath);
    expect(failure).toMatchObject({ retryable, message: expect.stringContaining(`answered ${status} `) });
    expect(failure?.message).toContain(new URL(url).host);
    expect(bytes).toBeUndefined();
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    { status: 429, header: '7', retryAfterMs: 7000 },
    { status: 503, header: '99999999999', retryAfterMs: 99_999_999_999_000 },
    { status: 503, header: 'Thu, 31 Aug 2017 10:50:27 GMT', retryAfterMs: 0 },
    { status: 429, header: 'soon', retryAfterMs: undefined },
    { status: 404, header: '7', retryAfterMs: undefined },
  ])('with status $status and Retry-After $header asks for $retryAfterMs ms', async (answer) => {
    const { status, header, retryAfterMs } = answer;
    server.script({ kind: 'status', status, headers: { 'retry-after': header } });
    const { failure } = await tryDownload(url, place.partialPath);
    expect(failure?.retryAfterMs).toBe(retryAfterMs);
  });

  it('is shown by its beginning when it is text', async () => {
    const body = `<h1>Too\nmany</h1>${'.'.repeat(200)}`;
    server.script({ kind: 'status', status: 429, body });
    const { failure } = await tryDownload(url, place.partialPath);
    const excerpt = `<h1>Too many</h1>${'.'.repeat(80 - 17)}`;
    expect(failure?.message).toMatch(new RegExp(`beginning "${excerpt.replaceAll('.', '\\.')}"$`));
  });

  it.each([
    { kind: 'html', message: 'a page in place of the file, beginning "<!DOCTYPE html> <html>' },
    { kind: 'json', message: String.raw`a page in place of the file, beginning "{\"error\":` },
    { kind: 'no-content', message: 'answered 204' },
    { kind: 'partial-unasked', message: 'answered 206 with a part of the file' },
  ] as const)('is refused for good: $kind', async ({ kind, message }) => {
    server.script({ kind });
    const { failure } = await tryDownload(url, place.partialPath);
    expect(failure).toMatchObject({ retryable: false, message: expect.stringContaining(message) });
    expect(await place.list()).toEqual([]);
  });

  it('ends a download even when its page never ends', async () => {
    const hanging = createServer((_, response) => {
      response.writeHead(503, { 'content-type': 'text/html' }).flushHeaders();
    });
    await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve));
    const { port } = hanging.address() as AddressInfo;
    const { failure } = await tryDownload(`http://127.0.0.1:${port}/`, place.partialPath, {
      timeouts: IMPATIENCE,
    });
    expect(failure).toMatchObject({ retryable: true, message: expect.stringContaining('answered 503') });
    hanging.close().closeAllConnections();
  });
});

describe('a length that is wrong', () => {
  it.each([
    { kind: 'wrong-length', variant: 'negative' },
    { kind: 'wrong-length', variant: 'duplicate' },
  ] as const)('makes an answer unreadable: $variant', async (behaviour) => {
    server.script(behaviour);
    const { failure } = await tryDownload(url, place.partialPath);
    expect(failure).toMatchObject({
      retryable: true,
      message: expect.stringMatching(/cannot be read: .*content-length/i),
    });
  });

  it('gives too few bytes when it is too small', async () => {
    server.script({ kind: 'wrong-length', variant: 'too-small' });
    const { bytes } = await tryDownload(url, place.partialPath);
    expect(bytes).toEqual(FILE.subarray(0, FILE.length / 2));
  });

  it('is found out by asking for the rest when it is too large', async () => {
    server.script({ kind: 'wrong-length', variant: 'too-large' });
    const { downloaded, bytes } = await tryDownload(url, place.partialPath);
    expect(downloaded).toEqual({ byteLength: FILE.length, resumed: true });
    expect(bytes).toEqual(FILE);
    expect(server.bytesSent('file')).toBe(FILE.length);
  });

  it('does not matter when it is missing', async () => {
    server.script({ kind: 'wrong-length', variant: 'missing' });
    expect((await tryDownload(url, place.partialPath)).bytes).toEqual(FILE);
  });

  it.each([
    { behaviour: { kind: 'extra-bytes', count: 1 } },
    { behaviour: { kind: 'chunked-early-close', afterBytes: FILE.length } },
  ] as const)('stops at the most bytes that the file can have: $behaviour.kind', async ({ behaviour }) => {
    server.script(behaviour);
    const maxBytes = behaviour.kind === 'extra-bytes' ? FILE.length : FILE.length - 1;
    const { failure } = await tryDownload(url, place.partialPath, { maxBytes });
    expect(failure).toMatchObject({
      retryable: false,
      message: expect.stringContaining(`more than the ${maxBytes} bytes`),
    });
    expect(await place.list()).toEqual([]);
  });

  it('does not count the bytes of an encoding that the server puts on top', async () => {
    server.script({ kind: 'content-encoding-gzip' });
    const { downloaded, bytes } = await tryDownload(url, place.partialPath);
    expect(downloaded).toEqual({ byteLength: FILE.length, resumed: false });
    expect(bytes).toEqual(FILE);
    expect(await place.list()).toEqual(['file']);
  });
});

it('tells a listener how far it is, how fast, and when it is done', async () => {
  server.script({ kind: 'drip', bytesPerTick: 1000, tickMs: 20 });
  const events: ProgressEvent[] = [];
  await tryDownload(url, place.partialPath, { onProgress: (event) => events.push(event) });
  const completed = events.map((event) => event.completed);
  expect(completed).toEqual(completed.toSorted((a, b) => a - b));
  expect(completed.at(-1)).toBe(FILE.length);
  expect(events.length).toBeLessThan(20);
  expect(events.at(-1)).toMatchObject({
    stage: 'download',
    unit: 'bytes',
    total: FILE.length,
    detail: 'file',
  });
  expect(events.at(-1)?.rate).toBeGreaterThan(1000);
});

it('ends in the right bytes or says why not, whatever a server does that does not change bytes', async () => {
  const silent = ['flip-bit', 'truncate', 'extra-bytes', 'wrong-length', 'changed-etag'] as const;
  const slow = ['stall', 'hang-before-headers', 'drip'] as const;
  server.setBehaviour(chaos(5, 0.7, { without: [...silent, ...slow] }));
  let successCount = 0;
  for (let round = 0; round < 150; round++) {
    const { failure, bytes } = await tryDownload(url, place.partialPath);
    if (failure === undefined) {
      expect(bytes).toEqual(FILE);
      successCount++;
    }
  }
  expect(successCount).toBeGreaterThan(40);
});
