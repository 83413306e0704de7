import { readdir, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRng, type Rng } from '@fashion-mnist/core';
import { afterAll, expect, it } from 'vitest';
import type { FaultServer } from '../fault-server/start-fault-server.ts';
import { createFetchPlace, type FetchPlace, sourceAt } from '../fetcher/fetch-place.ts';
import { runChild } from '../fetcher/run-child.ts';
import { tinyDataset } from '../fetcher/tiny-dataset.ts';
import { runConcurrently } from './run-concurrently.ts';

const SEED = 20_261_124;
const KILL_COUNT = 200;
const CONCURRENCY = 4;
/** A kill comes when some bytes of the dataset have been sent, and up to so much later. */
const LONGEST_DELAY_MS = 100;
const PACE = { kind: 'drip', bytesPerTick: 1000, tickMs: 10 } as const;
/** What may be left for a day: the draft of a stamp or a lock, and the lock of a process that had all but ended. */
const TOLERATED = /^\.fashion-mnist\/(lock|lock\.[\w-]+\.unfinished|[\w-]+\.json\.[\w-]+\.unfinished)$/;
const A_FILE = 't10k-labels-idx1-ubyte';

const tiny = tinyDataset();
const allNames = [...tiny.contents.keys()].toSorted();
const house = await createFetchPlace(tiny);
afterAll(() => house.remove());

interface Moment {
  readonly afterBytes: number;
  readonly delayMs: number;
}

const tally = {
  killed: 0,
  endedBefore: 0,
  interruptedDownloads: 0,
  publishedBeforeKill: 0,
  filesLeftForADay: 0,
};

it(`recovers from kill -9 at ${KILL_COUNT} moments in a new process, and leaves nothing unfinished`, async () => {
  const rng = createRng(SEED);
  const moments = Array.from({ length: KILL_COUNT }, () => drawMoment(rng));
  await runConcurrently(moments, CONCURRENCY, killAndRecover);
  console.log(`kill -9: seed ${SEED}, ${KILL_COUNT} moments,`, tally);
  expect(tally.killed + tally.endedBefore).toBe(KILL_COUNT);
  expect(tally.killed).toBeGreaterThan(KILL_COUNT / 2);
});

/** While any of the files is on its way, or after the last one: each is as likely, however small it is. */
function drawMoment(rng: Rng): Moment {
  const sizes = [...tiny.published.values()].map(({ length }) => length);
  const file = rng.nextInt(sizes.length + 1);
  const before = sizes.slice(0, file).reduce((sum, size) => sum + size, 0);
  return { afterBytes: before + rng.nextInt((sizes[file] ?? 0) + 1), delayMs: rng.nextInt(LONGEST_DELAY_MS) };
}

async function killAndRecover({ afterBytes, delayMs }: Moment): Promise<void> {
  const place = await createFetchPlace(tiny);
  const server = await place.serve();
  server.setBehaviour(PACE);
  const task = { cacheDir: place.cacheDir, baseUrl: server.baseUrl };

  const first = runChild(task);
  while (first.process.exitCode === null && bytesSent(server) < afterBytes) await sleep(1);
  await sleep(delayMs);
  first.process.kill('SIGKILL');
  const { exitCode } = await first.ending;
  if (exitCode === null) tally.killed++;
  else tally.endedBefore++;
  expect(await place.listRight()).toEqual(await place.listPublished());
  tally.publishedBeforeKill += (await place.listRight()).length;
  if ((await place.listOthers()).some((name) => name.endsWith('.download'))) tally.interruptedDownloads++;

  const second = await runChild(task).ending;
  expect(second).toMatchObject({ exitCode: 0 });
  expect(await place.listRight()).toEqual(allNames);
  const left = await place.listOthers();
  expect(left.filter((name) => !TOLERATED.test(name))).toEqual([]);
  tally.filesLeftForADay += left.length;
  await expectSweptAfterADay(place);
  await place.remove();
}

function bytesSent(server: FaultServer): number {
  return [...tiny.published.keys()].reduce((sum, name) => sum + server.bytesSent(name), 0);
}

/** Two days later something is fetched again. */
async function expectSweptAfterADay(place: FetchPlace): Promise<void> {
  const folder = join(place.cacheDir, 'tiny');
  const longAgo = new Date(Date.now() - 2 * 86_400_000);
  for (const name of await readdir(join(folder, '.fashion-mnist'))) {
    await utimes(join(folder, '.fashion-mnist', name), longAgo, longAgo);
  }
  await rm(join(folder, A_FILE));
  await place.fetch([sourceAt(await place.serve())]);
  expect(await place.listRight()).toEqual(allNames);
  expect(await place.listOthers()).toEqual([]);
}
