import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LoggedRequest } from './behaviour.ts';
import { chaos } from './chaos.ts';
import { type FaultServer, startFaultServer } from './start-fault-server.ts';

const FILE = Uint8Array.from({ length: 100 }, (_, index) => index);

let server: FaultServer;
let url: string;

beforeEach(async () => {
  server = await startFaultServer(new Map([['a file', FILE]]));
  url = `${server.baseUrl}a%20file`;
});
afterEach(() => server.close());

async function ask(headers: Record<string, string>, method = 'GET') {
  const response = await fetch(url, { headers, method });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return {
    status: response.status,
    range: response.headers.get('content-range'),
    bytes,
    headers: response.headers,
  };
}

describe('a fault server without faults', () => {
  it.each([
    { asked: 'bytes=0-0', first: 0, last: 0 },
    { asked: 'bytes=40-', first: 40, last: 99 },
    { asked: 'bytes=40-1000', first: 40, last: 99 },
    { asked: 'bytes=-7', first: 93, last: 99 },
    { asked: 'bytes=-700', first: 0, last: 99 },
  ])('gives $asked', async ({ asked, first, last }) => {
    const { status, range, bytes } = await ask({ range: asked });
    expect({ status, range }).toEqual({ status: 206, range: `bytes ${first}-${last}/100` });
    expect(bytes).toEqual(FILE.subarray(first, last + 1));
  });

  it('has nothing behind the end', async () => {
    expect(await ask({ range: 'bytes=100-' })).toMatchObject({ status: 416, range: 'bytes */100' });
  });

  it.each(['bytes=', 'bytes=9-8', 'bytes=0-1,5-6', 'lines=1-2'])('takes no notice of %s', async (range) => {
    expect(await ask({ range })).toMatchObject({ status: 200, bytes: FILE });
  });

  it('gives a range only of the version that If-Range names', async () => {
    const etag = (await ask({})).headers.get('etag') ?? '';
    const range = 'bytes=1-2';
    expect((await ask({ range, 'if-range': etag })).status).toBe(206);
    expect((await ask({ range, 'if-range': '"other"' })).status).toBe(200);
    expect((await ask({ range, 'if-range': 'Thu, 31 Aug 2017 10:50:27 GMT' })).status).toBe(206);
    expect((await ask({ range, 'if-range': 'Thu, 31 Aug 2017 10:50:28 GMT' })).status).toBe(200);
  });

  it('answers HEAD with the headers of GET and nothing else', async () => {
    const head = await ask({}, 'HEAD');
    expect(head.bytes).toHaveLength(0);
    expect(head.headers.get('content-length')).toBe('100');
    expect(head.headers.get('etag')).toBe((await ask({})).headers.get('etag'));
  });

  it('does not know other files', async () => {
    expect((await fetch(`${server.baseUrl}other`)).status).toBe(404);
  });

  it('counts what it has sent', async () => {
    await ask({});
    await ask({ range: 'bytes=90-' });
    expect(server.bytesSent('a file')).toBe(110);
  });
});

describe('chaos', () => {
  const request: LoggedRequest = {
    method: 'GET',
    target: '/file',
    name: 'file',
    fileBytes: 1000,
    headers: {},
  };
  const draw = (seed: number, probability: number) => {
    const choose = chaos(seed, probability);
    return Array.from({ length: 2000 }, () => choose(request));
  };

  it('is the same for the same seed', () => {
    expect(draw(3, 0.5)).toEqual(draw(3, 0.5));
    expect(draw(3, 0.5)).not.toEqual(draw(4, 0.5));
  });

  it('does not happen, or happens always, when the probability says so', () => {
    expect(draw(3, 0).every(({ kind }) => kind === 'serve')).toBe(true);
    expect(draw(3, 1).some(({ kind }) => kind === 'serve')).toBe(false);
  });

  it('has a part for every kind of fault', () => {
    expect(new Set(draw(3, 1).map(({ kind }) => kind)).size).toBe(21);
  });

  it('leaves kinds out', () => {
    const choose = chaos(3, 1, { without: ['cut', 'stall'] });
    const kinds = Array.from({ length: 500 }, () => choose(request).kind);
    expect(kinds).not.toContain('cut');
    expect(kinds).not.toContain('stall');
  });
});
