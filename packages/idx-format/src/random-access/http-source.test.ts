import { describe, expect, it } from 'vitest';
import { openUrl } from './http-source.ts';
import type { RandomAccessSource } from './random-access-source.ts';
import { openPath } from './web.ts';

const ADDRESS = 'https://example.org/images';
const file = Uint8Array.from({ length: 5000 }, (_, index) => index);
const HEAD_BYTES = 4096;

interface PartOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: ConstructorParameters<typeof Response>[0];
}

/** The bytes `first..last` of the file, as a server sends them. */
function part(
  first: number,
  last: number,
  { headers, body = file.slice(first, last + 1) }: PartOptions = {},
): Response {
  const range = { 'content-range': `bytes ${first}-${last}/${file.length}` };
  return new Response(body, { status: 206, headers: { ...range, ...headers } });
}

const head = (options?: PartOptions): Response => part(0, HEAD_BYTES - 1, options);

/** A server that gives these answers, one after the other, and notes what it was asked. */
function serverOf(...answers: readonly Response[]) {
  const requests: RequestInit[] = [];
  const answerNext: typeof fetch = async (_, request = {}) => {
    requests.push(request);
    return answers[requests.length - 1] ?? Response.error();
  };
  return { requests, fetch: answerNext };
}

const opened = (...answers: readonly Response[]): Promise<RandomAccessSource> =>
  openUrl(ADDRESS, serverOf(...answers));

const refusal = (message: string) => ({ code: 'E_IDX_SOURCE', message: expect.stringContaining(message) });

describe('openUrl', () => {
  it('hands the signals of opening and of a read to their requests', async () => {
    const { requests, fetch } = serverOf(head(), part(4500, 4509), part(4510, 4519));
    const [opening, reading] = [new AbortController().signal, new AbortController().signal];
    const source = await openUrl(ADDRESS, { fetch, signal: opening });
    await source.read(4500, 10, reading);
    await source.read(4510, 10);
    expect(requests.map(({ signal }) => signal)).toEqual([opening, reading, null]);
    expect(requests[0]?.signal).toBe(opening);
    expect(requests[1]?.signal).toBe(reading);
  });

  it('reads what came first without another request, to its last byte and not beyond', async () => {
    const { requests, fetch } = serverOf(head(), part(4090, HEAD_BYTES));
    const source = await openUrl(ADDRESS, { fetch });
    expect(await source.read(4090, 6)).toEqual(file.slice(4090, 4096));
    expect(requests).toHaveLength(1);
    expect(await source.read(4090, 7)).toEqual(file.slice(4090, 4097));
    expect(requests).toHaveLength(2);
  });

  it('sends a condition to its own origin, and none to another, which would have to allow it', async () => {
    const headers = { etag: '"1"' };
    for (const { type, condition } of [
      { type: 'basic', condition: headers.etag },
      { type: 'cors', condition: undefined },
    ]) {
      const answer = Object.defineProperty(head({ headers }), 'type', { value: type });
      const { requests, fetch } = serverOf(answer, part(4500, 4509, { headers }));
      await (await openUrl(ADDRESS, { fetch })).read(4500, 10);
      expect(new Headers(requests[1]?.headers).get('if-range') ?? undefined).toBe(condition);
    }
  });

  it('takes a part that names no version as one of the file that it opened', async () => {
    const source = await opened(head({ headers: { etag: '"1"' } }), part(4500, 4509));
    expect(await source.read(4500, 10)).toEqual(file.slice(4500, 4510));
  });

  it('takes bytes that are said to be what they are', async () => {
    const source = await opened(head({ headers: { 'content-encoding': 'identity' } }));
    expect(source.size).toBe(file.length);
  });

  it('ends an answer that goes on behind the part', async () => {
    let isEnded = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(file.slice()),
      cancel: () => {
        isEnded = true;
      },
    });
    await expect(opened(head({ body }))).rejects.toMatchObject(refusal('4096 bytes, got more'));
    expect(isEnded).toBe(true);
  });

  it.each([
    {
      what: 'the status of no part',
      answer: new Response(null, { status: 304 }),
      says: 'status 206, got 304 (if the file changed',
    },
    { what: 'no byte of the part', answer: head({ body: null }), says: '4096 bytes, got 0' },
    {
      what: 'an empty file that it calls whole',
      answer: new Response('', { headers: { 'content-range': 'bytes */0' } }),
      says: 'status 206, got 200',
    },
    {
      what: 'packed bytes',
      answer: head({ headers: { 'content-encoding': 'br' } }),
      says: 'expected plain bytes, got content-encoding br (the server cannot send parts',
    },
    ...['more bytes 0-4095/5000', 'bytes 0-4095/5000 or so', 'bytes 1-4095/5000'].map((range) => ({
      what: `the part "${range}"`,
      answer: head({ headers: { 'content-range': range } }),
      says: `content-range from byte 0, got ${range} (does the server expose it to pages?)`,
    })),
  ])('refuses a server that answers with $what', async ({ answer, says }) => {
    await expect(opened(answer)).rejects.toMatchObject(refusal(says));
  });

  it.each([
    {
      what: 'is empty now',
      answer: new Response('', { status: 416, headers: { 'content-range': 'bytes */0' } }),
      says: 'status 206, got 416 (if the file changed, open it again)',
    },
    {
      what: 'comes whole',
      answer: new Response(file.slice()),
      says: 'status 206, got 200 (if the file changed, open it again)',
    },
    {
      what: 'has another version',
      answer: part(4500, 4509, { headers: { etag: 'W/"2"' } }),
      says: '5000 bytes, W/"1", got 5000 bytes, W/"2"',
    },
  ])('refuses to read on in a file that $what', async ({ answer, says }) => {
    const source = await opened(head({ headers: { etag: 'W/"1"' } }), answer);
    await expect(source.read(4500, 10)).rejects.toMatchObject(refusal(says));
  });
});

describe('openPath of a page', () => {
  it('asks fetch for the address as it stands, relative to the page', async () => {
    const asked: unknown[] = [];
    const answer: typeof fetch = async (address) => {
      asked.push(address);
      return head();
    };
    expect((await openPath('images', { fetch: answer })).size).toBe(file.length);
    expect(asked).toEqual(['images']);
  });
});
