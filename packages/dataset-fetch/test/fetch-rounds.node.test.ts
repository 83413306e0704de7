import type { ProgressEvent } from '@fashion-mnist/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Behaviour } from './fault-server/behaviour.ts';
import type { FaultServer } from './fault-server/start-fault-server.ts';
import { createFetchPlace, type FetchPlace, sourceAt, type TestOptions } from './fetcher/fetch-place.ts';

const busy = (retryAfter: string): Behaviour => ({
  kind: 'status',
  status: 503,
  headers: { 'retry-after': retryAfter },
});
const BUSY: Behaviour = { kind: 'status', status: 503 };

let place: FetchPlace;
let first: FaultServer;
let second: FaultServer;
let pauses: number[];

beforeEach(async () => {
  place = await createFetchPlace();
  first = await place.serve();
  second = await place.serve();
  pauses = [];
});
afterEach(() => place.remove());

function recordPause({ stage, detail }: ProgressEvent): void {
  if (stage === 'retry') pauses.push(Number(/^in ([\d.]+) s$/.exec(detail ?? '')?.[1]));
}

const fetchFromBoth = (options: TestOptions = {}) =>
  place.fetch([sourceAt(first), sourceAt(second)], { retries: 2, onProgress: recordPause, ...options });
const originsOf = ({ fetched }: Awaited<ReturnType<typeof fetchFromBoth>>) =>
  new Set(fetched?.files.map(({ origin }) => origin));

describe('sources that have all failed', () => {
  it('are asked again after a pause, as many rounds as wanted', async () => {
    first.setBehaviour(BUSY);
    second.setBehaviour(BUSY);
    const { failure } = await fetchFromBoth({ retries: 1 });
    expect(failure?.attempts.map(({ source }) => source)).toEqual([first.baseUrl, second.baseUrl]);
    expect([first.requests.length, second.requests.length]).toEqual([2, 2]);
    expect(pauses).toHaveLength(1);
  });

  it('help when one has recovered', async () => {
    first.script(BUSY);
    second.script(BUSY);
    expect(originsOf(await fetchFromBoth())).toEqual(new Set([first.baseUrl]));
    expect(second.requests).toHaveLength(1);
  });

  it('are left alone for as long as they ask, the most patient one longest', async () => {
    first.script(busy('30'));
    second.script(busy('2'));
    expect(originsOf(await fetchFromBoth())).toEqual(new Set([second.baseUrl]));
    expect(first.requests).toHaveLength(1);
    expect(pauses).toHaveLength(1);
    expect(pauses[0]).toBeGreaterThanOrEqual(1.9);
  });

  it('may ask for a wait by a date', async () => {
    first.script(busy(new Date(Date.now() + 3000).toUTCString()));
    second.setBehaviour({ kind: 'status', status: 404 });
    expect(originsOf(await fetchFromBoth())).toEqual(new Set([first.baseUrl]));
    expect(pauses[0]).toBeGreaterThan(1);
    expect(second.requests).toHaveLength(1);
  });

  it.each<{ what: string; behaviour: Behaviour }>([
    { what: 'wants a wait without end', behaviour: busy('99999999999') },
    { what: 'lacks the file', behaviour: { kind: 'status', status: 404 } },
    { what: 'sends a page', behaviour: { kind: 'html' } },
    { what: 'has other bytes', behaviour: { kind: 'flip-bit', offset: 40 } },
  ])('are not asked again when each of them $what', async ({ behaviour }) => {
    first.setBehaviour(behaviour);
    second.setBehaviour(behaviour);
    const { failure } = await fetchFromBoth();
    expect(failure?.attempts).toHaveLength(2);
    expect([first.requests.length, second.requests.length]).toEqual([1, 1]);
    expect(pauses).toEqual([]);
  });
});

it('files that a source has given before it failed are not fetched again', async () => {
  first.setBehaviour(({ name }) => (name.startsWith('train') ? { kind: 'serve' } : BUSY));
  const { fetched } = await fetchFromBoth();
  expect(fetched?.files.map(({ origin }) => origin)).toEqual([
    first.baseUrl,
    first.baseUrl,
    second.baseUrl,
    second.baseUrl,
  ]);
  expect(second.requests.map(({ name }) => name)).toEqual([
    't10k-images-idx3-ubyte.gz',
    't10k-labels-idx1-ubyte.gz',
  ]);
});
