import { afterAll, expect, it } from 'vitest';
import { createFetchPlace } from '../fetcher/fetch-place.ts';
import { runChild } from '../fetcher/run-child.ts';

const PROCESS_COUNT = 32;
/** Slow enough for all processes to meet. */
const PACE = { kind: 'drip', bytesPerTick: 100, tickMs: 20 } as const;

const place = await createFetchPlace();
afterAll(() => place.remove());

it(`serves ${PROCESS_COUNT} processes at once from a cold cache with one download per file`, async () => {
  const allNames = [...place.tiny.contents.keys()].toSorted();
  const server = await place.serve();
  server.setBehaviour(PACE);
  const task = { cacheDir: place.cacheDir, baseUrl: server.baseUrl };
  const children = Array.from({ length: PROCESS_COUNT }, () => runChild(task));
  const endings = await Promise.all(children.map(({ ending }) => ending));

  const successCount = endings.filter(({ exitCode }) => exitCode === 0).length;
  const names = server.requests.map(({ name }) => name).toSorted();
  console.log(`processes: ${successCount} of ${PROCESS_COUNT} succeeded, the server was asked for`, names);
  expect(endings.map(({ errorText }) => errorText).filter((text) => text !== '')).toEqual([]);
  expect(successCount).toBe(PROCESS_COUNT);
  expect(names).toEqual(allNames.map((name) => `${name}.gz`));
  expect(await place.listRight()).toEqual(allNames);
  expect(await place.listOthers()).toEqual([]);
});
