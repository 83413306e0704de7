import { afterAll, expect, it } from 'vitest';
import { chaos } from '../fault-server/chaos.ts';
import type { FaultServer } from '../fault-server/start-fault-server.ts';
import { createFetchPlace, type Ending, type FetchPlace, sourceAt } from '../fetcher/fetch-place.ts';
import { tinyDataset } from '../fetcher/tiny-dataset.ts';
import { runConcurrently } from './run-concurrently.ts';

const SEED = 20_261_124;
const FETCH_COUNT = 2400;
const CONCURRENCY = 8;
/** How likely each server is to misbehave. */
const FAULT_PROBABILITIES = [0.6, 0.5, 0.4];
const TIMEOUTS = { connectMs: 400, idleMs: 250, minBytesPerMinute: 600_000 };
/** Far more than the time-outs of all the requests that one fetch can make. */
const LONGEST_FETCH_MS = 30_000;
const REMEMBERED = '.fashion-mnist/demoted-sources.json';
const RESUMABLE = /^\.fashion-mnist\/[\w.-]+\.download(\.json)?$/;

const tiny = tinyDataset();
const allNames = [...tiny.contents.keys()].toSorted();
const house = await createFetchPlace(tiny);
afterAll(() => house.remove());

const tally = { succeeded: 0, failed: 0, publishedFiles: 0, resumableFiles: 0, longestMs: 0 };

it(`publishes no wrong byte and leaves no orphan in ${FETCH_COUNT} fetches from servers in chaos`, async () => {
  const wild = await Promise.all(
    FAULT_PROBABILITIES.map(async (probability, index) => {
      const server = await house.serve();
      server.setBehaviour(chaos(SEED + index, probability));
      return server;
    }),
  );
  const calm = await house.serve();
  const numbers = Array.from({ length: FETCH_COUNT }, (_, index) => index);
  await runConcurrently(numbers, CONCURRENCY, () => fetchOnce(wild, calm));

  const requestCount = wild.reduce((sum, { requests }) => sum + requests.length, 0);
  console.log(
    `chaos soak: seed ${SEED}, ${FETCH_COUNT} fetches, ${requestCount} requests to wild servers,`,
    tally,
  );
  expect(tally.succeeded + tally.failed).toBe(FETCH_COUNT);
  expect(tally.longestMs).toBeLessThan(LONGEST_FETCH_MS);
});

async function fetchOnce(wild: readonly FaultServer[], calm: FaultServer): Promise<void> {
  const place = await createFetchPlace(tiny);
  const startMs = performance.now();
  const ending = await place.fetch(wild.map(sourceAt), { timeouts: TIMEOUTS });
  tally.longestMs = Math.max(tally.longestMs, Math.round(performance.now() - startMs));
  await inspect(place, ending);
  if (ending.failure !== undefined) {
    await place.fetch([sourceAt(calm)]);
    expect(await place.listRight()).toEqual(allNames);
    expect((await place.listOthers()).filter((name) => name !== REMEMBERED)).toEqual([]);
  }
  await place.remove();
}

/** Every file that has its final name is right; nothing else is there but what may be resumed after a failure. */
async function inspect(place: FetchPlace, { failure }: Ending): Promise<void> {
  const right = await place.listRight();
  const others = (await place.listOthers()).filter((name) => name !== REMEMBERED);
  expect(right).toEqual(await place.listPublished());
  tally.publishedFiles += right.length;
  if (failure === undefined) {
    tally.succeeded++;
    expect(right).toEqual(allNames);
    expect(others).toEqual([]);
  } else {
    tally.failed++;
    tally.resumableFiles += others.length;
    expect(failure.attempts.length).toBeGreaterThan(0);
    expect(others.filter((name) => !RESUMABLE.test(name))).toEqual([]);
  }
}
