import { setTimeout as sleep } from 'node:timers/promises';
import type { ProgressEvent } from '@fashion-mnist/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Behaviour } from './fault-server/behaviour.ts';
import type { FaultServer } from './fault-server/start-fault-server.ts';
import { createFetchPlace, type FetchPlace, sourceAt, type TestOptions } from './fetcher/fetch-place.ts';

const EVENT_NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8];

let place: FetchPlace;
let server: FaultServer;

beforeEach(async () => {
  place = await createFetchPlace();
  server = await place.serve();
});
afterEach(() => place.remove());

const fetchAll = (options?: TestOptions) => place.fetch([sourceAt(server)], options);

/** What a stopped fetch leaves may be resumed, and the next one clears it. */
async function expectCleanStop(): Promise<void> {
  const left = await place.listOthers();
  expect(left.filter((name) => !/\.download(\.json)?$/.test(name))).toEqual([]);
  expect((await fetchAll()).fetched?.files).toHaveLength(4);
  expect(await place.listRight()).toEqual([...place.tiny.contents.keys()].toSorted());
  expect(await place.listOthers()).toEqual([]);
}

describe('an abort', () => {
  it.each(EVENT_NUMBERS)('at progress event %i ends the fetch with its reason', async (number) => {
    const controller = new AbortController();
    const reason = new Error('changed my mind');
    let eventCount = 0;
    const onProgress = () => {
      eventCount++;
      if (eventCount === number) controller.abort(reason);
    };
    await expect(fetchAll({ onProgress, signal: controller.signal })).rejects.toBe(reason);
    await expectCleanStop();
  });

  it.each<{ when: string; behaviour: Behaviour; retries?: number }>([
    { when: 'a server does not answer', behaviour: { kind: 'hang-before-headers' } },
    { when: 'a server sends nothing more', behaviour: { kind: 'stall', afterBytes: 5000 } },
    {
      when: 'it waits for the next round',
      behaviour: { kind: 'status', status: 503, headers: { 'retry-after': '30' } },
      retries: 1,
    },
  ])('while $when ends the fetch with its reason', async ({ behaviour, retries = 0 }) => {
    server.script(behaviour);
    const controller = new AbortController();
    const reason = new Error('changed my mind');
    const timeouts = { connectMs: 30_000, idleMs: 30_000 };
    const pending = fetchAll({ signal: controller.signal, timeouts, retries });
    const stopped = expect(pending).rejects.toBe(reason);
    while (server.requests.length === 0) await sleep(5);
    await sleep(50);
    controller.abort(reason);
    await stopped;
    expect(server.requests).toHaveLength(1);
    await expectCleanStop();
  });

  it('before the start asks no one', async () => {
    await expect(fetchAll({ signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow('no');
    expect(server.requests).toEqual([]);
  });

  it('of one fetch leaves another one that waits for it to do the work', async () => {
    server.script({ kind: 'stall', afterBytes: 5000 });
    const controller = new AbortController();
    const timeouts = { idleMs: 30_000 };
    const stopped = expect(fetchAll({ signal: controller.signal, timeouts })).rejects.toThrow(/abort/);
    while (server.requests.length === 0) await sleep(5);
    const stages: string[] = [];
    const second = fetchAll({ timeouts, onProgress: ({ stage }) => void stages.push(stage) });
    while (!stages.includes('wait')) await sleep(5);
    controller.abort();
    await stopped;
    expect((await second).fetched?.files).toHaveLength(4);
    expect(await place.listOthers()).toEqual([]);
  });
});

describe('a progress listener', () => {
  it.each(EVENT_NUMBERS)('that throws at event %i ends the fetch with its error', async (number) => {
    const error = new Error('the display is broken');
    let eventCount = 0;
    const onProgress = () => {
      eventCount++;
      if (eventCount === number) throw error;
    };
    await expect(fetchAll({ onProgress })).rejects.toBe(error);
    await expectCleanStop();
  });

  it('that is slow and asynchronous holds nothing up', async () => {
    const never = new Promise<void>(() => {});
    const onProgress = (() => never) as (event: ProgressEvent) => void;
    expect((await fetchAll({ onProgress })).fetched?.files).toHaveLength(4);
  });

  it('is told of all bytes of each file', async () => {
    const last = new Map<string | undefined, number>();
    await fetchAll({
      onProgress: ({ stage, detail, completed, total }) =>
        void (stage === 'download' && completed === total && last.set(detail, completed)),
    });
    const sizes = [...place.tiny.published].map(([name, bytes]): [string, number] => [name, bytes.length]);
    expect([...last]).toEqual(sizes);
  });
});
