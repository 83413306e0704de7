import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { encodeIdx, openIdx } from '@fashion-mnist/idx-format';
import { gzip } from 'pako';
import { afterEach, describe, expect, it } from 'vitest';
import { BGZIP_LABELS } from './bgzip-files.ts';
import { concatenate, noise } from './samples.ts';

const images = noise(1000 * 784);
const file = encodeIdx({ data: images, shape: [1000, 28, 28] });
const imageAt = (index: number) => images.slice(784 * index, 784 * (index + 1));

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(answer: RequestListener): Promise<string> {
  server = createServer(answer);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/images`;
}

interface Served {
  file: Uint8Array;
  headers: Record<string, string>;
  readonly requests: IncomingMessage['headers'][];
}

/** A server of one file as RFC 9110 has it: Range, If-Range, 206 and 416. */
async function serveFile(served: Served): Promise<string> {
  return serve((request, response) => {
    served.requests.push(request.headers);
    const { range = '', 'if-range': condition } = request.headers;
    const [, first = 0, last = 0] = /^bytes=(\d+)-(\d+)$/.exec(range)?.map(Number) ?? [];
    const size = served.file.length;
    const isCurrent =
      condition === undefined ||
      condition === served.headers['etag'] ||
      condition === served.headers['last-modified'];
    if (!isCurrent) return response.writeHead(200, served.headers).end(served.file);
    if (first >= size) return response.writeHead(416, { 'content-range': `bytes */${size}` }).end();
    const end = Math.min(last + 1, size);
    response
      .writeHead(206, { ...served.headers, 'content-range': `bytes ${first}-${end - 1}/${size}` })
      .end(served.file.subarray(first, end));
  });
}

const served = (bytes: Uint8Array, headers: Record<string, string> = { etag: '"1"' }): Served => ({
  file: bytes,
  headers,
  requests: [],
});

describe('openIdx of a URL', () => {
  it('reads records by Range requests of their size', async () => {
    const host = served(file);
    const open = await openIdx(await serveFile(host));
    expect(open.shape).toEqual([1000, 28, 28]);
    expect((await open.read(999)).data).toEqual(imageAt(999));
    expect((await open.readRange(500, 502)).data).toEqual(images.slice(784 * 500, 784 * 502));
    expect((await open.readRange(700, 700)).data).toHaveLength(0);
    expect(host.requests.map(({ range }) => range)).toEqual([
      'bytes=0-4095',
      `bytes=${16 + 784 * 999}-${16 + 784 * 1000 - 1}`,
      `bytes=${16 + 784 * 500}-${16 + 784 * 502 - 1}`,
    ]);
  });

  it('reads what came with the header without another request', async () => {
    const host = served(file);
    const open = await openIdx(new URL(await serveFile(host)));
    expect((await open.read(0)).data).toEqual(imageAt(0));
    expect(host.requests).toHaveLength(1);
  });

  it('asks every time for the file that it opened: by its ETag, or else by its date', async () => {
    const date = 'Tue, 24 Nov 2026 07:00:00 GMT';
    for (const { headers, condition } of [
      { headers: { etag: '"1"', 'last-modified': date }, condition: '"1"' },
      { headers: { 'last-modified': date }, condition: date },
      { headers: { etag: 'W/"1"' }, condition: undefined },
      { headers: {}, condition: undefined },
    ]) {
      const host = served(file, headers);
      const open = await openIdx(await serveFile(host));
      expect((await open.read(900)).data).toEqual(imageAt(900));
      expect(host.requests.map((request) => request['if-range'])).toEqual([undefined, condition]);
      server?.closeAllConnections();
      server?.close();
    }
  });

  it('reads a blocked gzip with an index in one request per block', async () => {
    const host = served(BGZIP_LABELS.file);
    const open = await openIdx(await serveFile(host), { index: BGZIP_LABELS.index });
    expect((await open.read(69_999)).data[0]).toBe(BGZIP_LABELS.labelAt(69_999));
    expect(host.requests).toHaveLength(1);
  });

  it('uses the fetch that it is given', async () => {
    const seen: unknown[] = [];
    const fetchOnce: typeof fetch = async (input) => {
      seen.push(input);
      return new Response(file.slice(0, 4096), {
        status: 206,
        headers: { 'content-range': `bytes 0-4095/${file.length}` },
      });
    };
    const open = await openIdx('https://example.org/images', { fetch: fetchOnce });
    expect(open.recordCount).toBe(1000);
    expect(seen).toEqual(['https://example.org/images']);
  });

  it('reads a file smaller than its first request, and refuses an empty one', async () => {
    const small = encodeIdx({ data: Uint8Array.of(7), shape: [1] });
    const open = await openIdx(await serveFile(served(small)));
    expect((await open.read(0)).data).toEqual(Uint8Array.of(7));
    server?.close();
    await expect(openIdx(await serveFile(served(new Uint8Array(0))))).rejects.toMatchObject({
      code: 'E_IDX_SHORT_HEADER',
    });
  });

  it.each([
    { what: 'another ETag', change: (host: Served) => void (host.headers = { etag: '"2"' }) },
    {
      what: 'another weak ETag',
      before: 'W/"1"',
      change: (host: Served) => void (host.headers = { etag: 'W/"2"' }),
    },
    {
      what: 'another size',
      before: '',
      change: (host: Served) => void (host.file = concatenate([file, Uint8Array.of(0)])),
    },
    {
      what: 'an end before the record',
      before: '',
      change: (host: Served) => void (host.file = file.slice(0, 5000)),
    },
  ])('notices $what of a file that changed', async ({ before = '"1"', change }) => {
    const host = served(file, before === '' ? {} : { etag: before });
    const open = await openIdx(await serveFile(host));
    change(host);
    await expect(open.read(999)).rejects.toMatchObject({ code: 'E_IDX_SOURCE' });
  });

  it.each<{
    what: string;
    status: number;
    headers?: Record<string, string>;
    body?: Uint8Array;
    says: RegExp;
  }>([
    { what: 'ignores Range', status: 200, says: /status 206, got 200 .*readIdx/ },
    { what: 'has no such file', status: 404, says: /404/ },
    { what: 'fails', status: 503, says: /503/ },
    { what: 'refuses the range', status: 416, headers: { 'content-range': 'bytes */9' }, says: /416/ },
    { what: 'does not say which part it sends', status: 206, says: /content-range.*null/ },
    {
      what: 'sends another part',
      status: 206,
      headers: { 'content-range': `bytes 1-4096/${file.length}` },
      says: /content-range.*bytes 1-4096/,
    },
    {
      what: 'sends less of the part',
      status: 206,
      headers: { 'content-range': `bytes 0-99/${file.length}` },
      body: file.subarray(0, 100),
      says: /content-range.*bytes 0-99/,
    },
    {
      what: 'does not know the size of the file',
      status: 206,
      headers: { 'content-range': 'bytes 0-4095/*' },
      says: /content-range/,
    },
    {
      what: 'sends fewer bytes than it says',
      status: 206,
      headers: { 'content-range': `bytes 0-4095/${file.length}` },
      body: file.subarray(0, 4000),
      says: /4096 bytes, got 4000/,
    },
    {
      what: 'sends more bytes than it says',
      status: 206,
      headers: { 'content-range': `bytes 0-4095/${file.length}` },
      body: file,
      says: /4096 bytes, got more/,
    },
    {
      what: 'packs the bytes',
      status: 206,
      headers: { 'content-range': `bytes 0-4095/${file.length}`, 'content-encoding': 'gzip' },
      body: gzip(file.subarray(0, 4096)),
      says: /content-encoding gzip/,
    },
  ])('refuses a server that $what', async ({ status, headers = {}, body = file.subarray(0, 4096), says }) => {
    const url = await serve((_, response) => response.writeHead(status, headers).end(body));
    await expect(openIdx(url)).rejects.toMatchObject({
      code: 'E_IDX_SOURCE',
      message: expect.stringMatching(says),
    });
  });

  it('never reads a whole answer that it did not ask for', async () => {
    let sentBytes = 0;
    let isClosed = false;
    const url = await serve((_, response) => {
      const send = () => {
        while (response.write(new Uint8Array(1 << 16))) sentBytes += 1 << 16;
      };
      response.on('drain', send).on('close', () => {
        isClosed = true;
      });
      send();
    });
    await expect(openIdx(url)).rejects.toMatchObject({ code: 'E_IDX_SOURCE' });
    await expect.poll(() => isClosed).toBe(true);
    expect(sentBytes).toBeLessThan(64 << 20);
  });

  it('ends the opening by its signal, and not the reads after it', async () => {
    const controller = new AbortController();
    const open = await openIdx(await serveFile(served(file)), { signal: controller.signal });
    controller.abort();
    expect((await open.read(999)).data).toEqual(imageAt(999));
  });

  it('passes the signal of a read to its request, and a failed connection on as it is', async () => {
    let requests = 0;
    const url = await serve((_, response) => {
      if (requests++ > 0) return;
      response.writeHead(206, { 'content-range': `bytes 0-4095/${file.length}` }).end(file.subarray(0, 4096));
    });
    const open = await openIdx(url);
    const reason = new Error('enough');
    const controller = new AbortController();
    const reading = open.read(999, { signal: controller.signal });
    setTimeout(() => controller.abort(reason), 20);
    await expect(reading).rejects.toBe(reason);
    server?.closeAllConnections();
    server?.close();
    await expect(open.read(998)).rejects.toThrow(TypeError);
  });
});
