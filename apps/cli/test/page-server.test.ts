import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PageServer, startPageServer } from '../src/server/http/page-server.ts';
import type { Resource } from '../src/server/http/resource.ts';
import { ask, type Question } from './ask.ts';
import { useWorkFolder } from './work-folder.ts';

const TEXT = 'abcdefghij';
const work = useWorkFolder();
let server: PageServer;

beforeEach(async () => {
  const path = work.in('file.txt');
  await writeFile(path, TEXT);
  await writeFile(work.in('secret.txt'), 'secret');
  const resource = (content: Resource['content'], encoded?: Resource['encoded']): Resource => ({
    type: 'text/plain',
    cacheControl: 'no-cache',
    content,
    ...(encoded && { encoded }),
  });
  const resources = new Map([
    ['/', resource({ bytes: Buffer.from('<p>') })],
    ['/file.txt', resource({ path })],
    ['/memory.txt', resource({ bytes: Buffer.from(TEXT) })],
    ['/empty.txt', resource({ bytes: new Uint8Array() })],
    ['/gone.txt', resource({ path: work.in('gone.txt') })],
    [
      '/packed.txt',
      resource({ path }, [
        { encoding: 'br', content: { bytes: Buffer.from('fake br') } },
        { encoding: 'gzip', content: { bytes: Buffer.from('fake gzip') } },
      ]),
    ],
  ]);
  server = await startPageServer((asked) => resources.get(asked), { host: '127.0.0.1', port: 0 });
});
afterEach(() => server.close());

const get = (path: string, headers: Question['headers'] = {}) => ask(server.address, { path, headers });

describe.each(['/file.txt', '/memory.txt'])('%s', (path) => {
  it('is answered whole, with a tag and its length', async () => {
    const { status, headers, body } = await get(path);
    expect([status, body.toString()]).toEqual([200, TEXT]);
    expect(headers).toMatchObject({
      'content-type': 'text/plain',
      'content-length': '10',
      'accept-ranges': 'bytes',
      'cache-control': 'no-cache',
      etag: expect.stringMatching(/^"[^"]+"$/),
    });
  });

  it('has the same headers for HEAD, and no body', async () => {
    const { headers: expected } = await get(path);
    const { status, headers, body } = await ask(server.address, { method: 'HEAD', path });
    expect([status, body.length]).toEqual([200, 0]);
    expect({ ...headers, date: '' }).toEqual({ ...expected, date: '' });
  });

  it('is not sent again to a client that has it', async () => {
    const { headers } = await get(path);
    const etag = headers.etag ?? '';
    for (const known of [etag, `"other", W/${etag}`, '*']) {
      const again = await get(path, { 'if-none-match': known });
      expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
    }
    expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200);
    expect((await get(path, { 'if-none-match': etag, 'cache-control': 'no-cache' })).status).toBe(200);
  });

  it.each([
    { range: 'bytes=0-0', body: 'a', place: 'bytes 0-0/10' },
    { range: 'bytes=2-4', body: 'cde', place: 'bytes 2-4/10' },
    { range: 'bytes=8-', body: 'ij', place: 'bytes 8-9/10' },
    { range: 'bytes=-3', body: 'hij', place: 'bytes 7-9/10' },
    { range: 'bytes=-99', body: TEXT, place: 'bytes 0-9/10' },
    { range: 'bytes=8-99', body: 'ij', place: 'bytes 8-9/10' },
  ])('is answered in part for $range', async ({ range, body, place }) => {
    const answer = await get(path, { range });
    expect([answer.status, answer.body.toString()]).toEqual([206, body]);
    expect(answer.headers).toMatchObject({ 'content-range': place, 'content-length': String(body.length) });
  });

  it.each(['bytes=10-', 'bytes=99-100', 'bytes=-0', 'BYTES=10-11'])('has no bytes for %s', async (range) => {
    const { status, headers, body } = await get(path, { range });
    expect([status, headers['content-range'], body.length]).toEqual([416, 'bytes */10', 0]);
  });

  it.each([
    'bytes=0-1,4-5',
    `bytes=${Array.from({ length: 1000 }, (_, i) => `${i}-${i}`).join(',')}`,
    'items=0-1',
    'bytes',
    'bytes=a-b',
    'bytes=4-2',
    'bytes=-',
    'bytes=0x1-2',
  ])('is answered whole for what it need not understand: %.20s', async (range) => {
    const { status, body } = await get(path, { range });
    expect([status, body.toString()]).toEqual([200, TEXT]);
  });

  it('is answered in part only where the part is of the same bytes', async () => {
    const { headers } = await get(path);
    const partOf = (condition: string) => get(path, { range: 'bytes=0-1', 'if-range': condition });
    expect((await partOf(headers.etag ?? '')).status).toBe(206);
    for (const other of ['"other"', `W/${headers.etag}`, 'Mon, 30 Nov 2026 00:00:00 GMT']) {
      const { status, body } = await partOf(other);
      expect([status, body.toString()]).toEqual([200, TEXT]);
    }
  });
});

it('has another tag once the file has changed', async () => {
  const { headers } = await get('/file.txt');
  await writeFile(work.in('file.txt'), 'changed');
  const { status, body } = await get('/file.txt', { 'if-none-match': headers.etag ?? '' });
  expect([status, body.toString()]).toEqual([200, 'changed']);
});

it('answers with nothing where there is nothing', async () => {
  const { status, headers, body } = await get('/empty.txt');
  expect([status, headers['content-length'], body.length]).toEqual([200, '0', 0]);
});

describe('what is compressed ahead', () => {
  it.each([
    { accepts: 'br, gzip', encoding: 'br', body: 'fake br' },
    { accepts: 'gzip, deflate, br', encoding: 'br', body: 'fake br' },
    { accepts: 'gzip', encoding: 'gzip', body: 'fake gzip' },
    { accepts: 'br;q=0, gzip;q=0.5', encoding: 'gzip', body: 'fake gzip' },
    { accepts: 'identity', encoding: undefined, body: TEXT },
    { accepts: 'zstd', encoding: undefined, body: TEXT },
  ])('is sent as $encoding to a client that accepts $accepts', async ({ accepts, encoding, body }) => {
    const answer = await get('/packed.txt', { 'accept-encoding': accepts });
    expect(answer.body.toString()).toBe(body);
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers.vary).toBe('Accept-Encoding');
  });

  it('has a tag for each form', async () => {
    const tags = ['br', 'gzip', 'identity'].map(
      async (accepts) => (await get('/packed.txt', { 'accept-encoding': accepts })).headers.etag,
    );
    expect(new Set(await Promise.all(tags)).size).toBe(3);
  });
});

describe('what is no path of the site is refused', () => {
  it.each([
    '/secret.txt',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%252e%252e/secret.txt',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '/file.txt%00',
    '/file.txt/',
    '//file.txt',
    '/.env',
    '/%2eenv',
    '/etc/passwd',
    `/${'a'.repeat(8000)}`,
  ])('%.30s with 404', async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(body.toString()).not.toContain('secret');
  });

  it.each(['/%', '/%c0%ae%c0%ae/secret.txt', '/%ff', 'http://127.0.0.1/file.txt', '*'])(
    '%s with 400',
    async (path) => {
      expect((await get(path)).status).toBe(400);
    },
  );

  it('an address of 20,000 characters with 431', async () => {
    expect((await get(`/${'a'.repeat(20_000)}`)).status).toBe(431);
    expect((await get('/file.txt')).status).toBe(200);
  });

  it('a file that is gone with 500, and goes on', async () => {
    expect((await get('/gone.txt')).status).toBe(500);
    expect((await get('/file.txt')).status).toBe(200);
  });
});

it('does not mind a question after the path', async () => {
  expect((await get('/file.txt?v=1')).body.toString()).toBe(TEXT);
});

it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('refuses %s', async (method) => {
  const { status, headers } = await ask(server.address, { method, path: '/file.txt' });
  expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
});

it.each(['evil.example', 'evil.example:80', 'localhost.evil.example', '10.0.0.1'])(
  'answers nobody who asks for %s: that name was made to lead here',
  async (host) => {
    const { status, body } = await get('/file.txt', { host });
    expect(status).toBe(403);
    expect(body.toString()).not.toContain(TEXT);
  },
);

it.each(['localhost:1', '127.0.0.1', '[::1]:80'])('answers who asks for %s', async (host) => {
  expect((await get('/file.txt', { host })).status).toBe(200);
});

it.each([
  { method: 'GET', path: '/file.txt' },
  { method: 'GET', path: '/missing' },
  { method: 'GET', path: '/%' },
  { method: 'GET', path: '/gone.txt' },
  { method: 'POST', path: '/file.txt' },
])('sends the security headers with $method $path', async (question) => {
  const { headers } = await ask(server.address, question);
  expect(headers).toMatchObject({
    'content-security-policy':
      "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; worker-src 'self' blob:; connect-src 'self' blob:; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'none'",
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(self)',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  expect(headers).not.toHaveProperty('access-control-allow-origin');
});

it('bears clients that go away, and many that send nothing', async () => {
  const { port } = new URL(server.address);
  const sockets = Array.from({ length: 200 }, (_, i) => {
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('error', () => {});
    if (i % 2 === 0) socket.end('GET /file.txt HTTP/1.1\r\nHost: localhost\r\n\r\n');
    else socket.write('GET /file.txt HTTP/1.1\r\nHo');
    return socket;
  });
  expect((await get('/file.txt')).body.toString()).toBe(TEXT);
  for (const socket of sockets) socket.destroy();
  expect((await get('/file.txt')).body.toString()).toBe(TEXT);
});

it('closes connections that are open', async () => {
  const socket = connect(Number(new URL(server.address).port), '127.0.0.1');
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.on('error', () => {});
  socket.write('GET /file.txt HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n');
  await new Promise((resolve) => socket.once('data', resolve));
  await server.close();
  await closed;
  await expect(get('/file.txt')).rejects.toThrow(/ECONNREFUSED/);
});
