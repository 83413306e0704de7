import type { DatasetSource } from '@fashion-mnist/dataset-fetch';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Behaviour } from './fault-server/behaviour.ts';
import { selfSignedCertificate } from './fault-server/certificate.ts';
import type { FaultServer } from './fault-server/start-fault-server.ts';
import { IMPATIENCE } from './fault-server/try-download.ts';
import { createFetchPlace, type FetchPlace, sourceAt } from './fetcher/fetch-place.ts';

const DEMOTED = '.fashion-mnist/demoted-sources.json';
const FILE_COUNT = 4;

let place: FetchPlace;
let bad: FaultServer;
let good: FaultServer;

beforeEach(async () => {
  place = await createFetchPlace();
  bad = await place.serve();
  good = await place.serve();
});
afterEach(() => place.remove());

const everyName = () => [...place.tiny.contents.keys()].toSorted();
const fetchFromBoth = () => place.fetch([sourceAt(bad), sourceAt(good)], { timeouts: IMPATIENCE });
const fetchFromBad = () => place.fetch([sourceAt(bad)], { timeouts: IMPATIENCE });

interface FaultCase {
  readonly what: string;
  readonly behaviour: Behaviour;
  readonly reason: RegExp;
}

const statusCases = [400, 401, 403, 404, 410, 416, 425, 429, 500, 502, 503, 504].map(
  (status): FaultCase => ({
    what: `answers ${status}`,
    behaviour: { kind: 'status', status },
    reason: new RegExp(`answered ${status} `),
  }),
);

/** Faults of a server that gives none of the bytes, or not all. */
const UNHELPFUL: readonly FaultCase[] = [
  {
    what: 'never answers',
    behaviour: { kind: 'hang-before-headers' },
    reason: /did not answer for 2 s/,
  },
  { what: 'sends no byte', behaviour: { kind: 'stall', afterBytes: 0 }, reason: /sent nothing for 1\.2 s/ },
  {
    what: 'stops after one byte',
    behaviour: { kind: 'stall', afterBytes: 1 },
    reason: /sent nothing for 1\.2 s/,
  },
  {
    what: 'sends a byte now and then',
    behaviour: { kind: 'drip', bytesPerTick: 1, tickMs: 60 },
    reason: /sent only \d+ bytes/,
  },
  ...statusCases,
  {
    what: 'asks for patience without end',
    behaviour: { kind: 'status', status: 429, headers: { 'retry-after': '99999999999' } },
    reason: /answered 429/,
  },
  {
    what: 'sends a page',
    behaviour: { kind: 'html' },
    reason: /a page in place of the file.*<!DOCTYPE html>/,
  },
  { what: 'sends an object', behaviour: { kind: 'json' }, reason: /a page in place of the file.*error/ },
  { what: 'sends nothing', behaviour: { kind: 'no-content' }, reason: /answered 204/ },
  {
    what: 'sends a part that nobody asked for',
    behaviour: { kind: 'partial-unasked' },
    reason: /answered 206/,
  },
  {
    what: 'says a negative length',
    behaviour: { kind: 'wrong-length', variant: 'negative' },
    reason: /HPE_|LENGTH|Length/,
  },
  {
    what: 'says two lengths',
    behaviour: { kind: 'wrong-length', variant: 'duplicate' },
    reason: /HPE_|LENGTH|Length/,
  },
  { what: 'cuts before the first byte', behaviour: { kind: 'cut', afterBytes: 0 }, reason: /hung up/ },
  { what: 'cuts after every byte', behaviour: { kind: 'cut', afterBytes: 1 }, reason: /hung up/ },
  {
    what: 'ends its chunks early',
    behaviour: { kind: 'chunked-early-close', afterBytes: 0 },
    reason: /hung up/,
  },
  { what: 'redirects in a circle', behaviour: { kind: 'redirect-loop' }, reason: /redirects in a circle/ },
  {
    what: 'redirects 20 times',
    behaviour: { kind: 'redirect-chain', hops: 20 },
    reason: /redirects more than 10 times/,
  },
  ...['file:///etc/passwd', 'ftp://127.0.0.1/'].map((to) => ({
    what: `redirects to ${to}`,
    behaviour: { kind: 'redirect', to } as const,
    reason: /only https and http are spoken/,
  })),
  {
    what: 'redirects to plain http elsewhere',
    behaviour: { kind: 'redirect', to: 'http://192.168.0.1/' },
    reason: /plain http/,
  },
];

/** Faults of a server that gives other bytes as if they were right. */
const LYING: readonly FaultCase[] = [
  {
    what: 'flips a bit',
    behaviour: { kind: 'flip-bit', offset: 40 },
    reason: /a gzip file that cannot be used/,
  },
  {
    what: 'gives a shorter file',
    behaviour: { kind: 'truncate', toBytes: 30 },
    reason: /a gzip file that cannot be used/,
  },
  {
    what: 'says too small a length',
    behaviour: { kind: 'wrong-length', variant: 'too-small' },
    reason: /a gzip file that cannot be used/,
  },
];

describe('a first source that does not help', () => {
  it.each(UNHELPFUL)('is left for the second when it $what', async ({ behaviour }) => {
    bad.setBehaviour(behaviour);
    const { fetched } = await fetchFromBoth();
    expect(fetched?.files.map(({ origin }) => origin)).toEqual(new Array(FILE_COUNT).fill(good.baseUrl));
    expect(await place.listRight()).toEqual(everyName());
    expect(await place.listOthers()).toEqual([]);
  });

  it.each(UNHELPFUL)(
    'is named with its reason when it is the only one and $what',
    async ({ behaviour, reason }) => {
      bad.setBehaviour(behaviour);
      const { failure } = await fetchFromBad();
      expect(failure).toMatchObject({
        code: 'E_NO_SOURCE',
        attempts: [{ source: bad.baseUrl, reason: expect.stringMatching(reason) }],
      });
      expect(failure?.message).toMatch(reason);
      expect(await place.listRight()).toEqual([]);
    },
  );
});

describe('a first source with wrong bytes', () => {
  it.each(LYING)('is left for the second and remembered when it $what', async ({ behaviour }) => {
    bad.setBehaviour(behaviour);
    const { fetched } = await fetchFromBoth();
    expect(fetched?.files.map(({ origin }) => origin)).toEqual(new Array(FILE_COUNT).fill(good.baseUrl));
    expect(await place.listRight()).toEqual(everyName());
    expect(await place.listOthers()).toEqual([DEMOTED]);
  });

  it.each(LYING)(
    'is named with what it gave when it is the only one and $what',
    async ({ behaviour, reason }) => {
      bad.setBehaviour(behaviour);
      const { failure } = await fetchFromBad();
      expect(failure).toMatchObject({
        code: 'E_INTEGRITY',
        attempts: [{ source: bad.baseUrl, reason: expect.stringMatching(reason) }],
      });
      expect(await place.listRight()).toEqual([]);
      expect(await place.listOthers()).toEqual([DEMOTED]);
    },
  );

  it('is refused before it is read to its end when it sends more than the file can have', async () => {
    bad.setBehaviour({ kind: 'extra-bytes', count: 100_000 });
    const { failure } = await fetchFromBad();
    expect(failure?.message).toMatch(/more than the \d+ bytes that the file can have/);
    expect(await place.listOthers()).toEqual([]);
  });
});

describe('a source that has an oddity but all the bytes', () => {
  it.each<{ what: string; behaviour: Behaviour }>([
    { what: 'says no length', behaviour: { kind: 'wrong-length', variant: 'missing' } },
    { what: 'says too great a length', behaviour: { kind: 'wrong-length', variant: 'too-large' } },
    { what: 'gzips the gzip on its way', behaviour: { kind: 'content-encoding-gzip' } },
    { what: 'redirects ten times', behaviour: { kind: 'redirect-chain', hops: 10 } },
    { what: 'pads the gzip with zeros', behaviour: { kind: 'extra-bytes', count: 100 } },
    { what: 'ignores ranges', behaviour: { kind: 'ignore-range' } },
  ])('is used when it $what', async ({ behaviour }) => {
    bad.setBehaviour(behaviour);
    await fetchFromBoth();
    expect(await place.listRight()).toEqual(everyName());
    expect(await place.listOthers()).toEqual([]);
    expect(good.requests).toEqual([]);
  });
});

describe('a source that cannot be trusted or reached', () => {
  it.each([
    { what: 'has no address', baseUrl: 'https://fashion-mnist.invalid/', reason: /has no address|looked up/ },
    { what: 'is plain http elsewhere', baseUrl: 'http://192.0.2.1/', reason: /plain http/ },
  ])('is left for the next, or named, when it $what', async ({ baseUrl, reason }) => {
    await expectLeft({ kind: 'https', baseUrl }, reason);
  });

  it('is left for the next, or named, when it refuses connections', async () => {
    const source = sourceAt(bad);
    await bad.close();
    await expectLeft(source, /refuses connections/);
  });

  it('is left for the next when it vouches for itself, and is not asked by plain http', async ({ skip }) => {
    const tls = await selfSignedCertificate('IP:127.0.0.1');
    if (tls === undefined) return skip('openssl is not on this machine');
    const secret = await place.serve({ tls });
    await expectLeft(sourceAt(secret), /cannot be trusted.*NODE_EXTRA_CA_CERTS/);
    expect(secret.requests).toEqual([]);
  });

  async function expectLeft(source: DatasetSource, reason: RegExp): Promise<void> {
    const { failure } = await place.fetch([], { sources: [source] });
    expect(failure).toMatchObject({
      code: 'E_NO_SOURCE',
      attempts: [{ reason: expect.stringMatching(reason) }],
    });
    const { fetched } = await place.fetch([], { sources: [source, sourceAt(good)] });
    expect(fetched?.files.map(({ origin }) => origin)).toEqual(new Array(FILE_COUNT).fill(good.baseUrl));
    expect(await place.listOthers()).toEqual([]);
  }
});
