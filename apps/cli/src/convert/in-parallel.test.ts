import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inParallel } from './in-parallel.ts';

it('gives results in the order of the items, whichever ends first', async () => {
  expect(await inParallel([30, 1, 10], 3, async (ms) => sleep(ms, ms))).toEqual([30, 1, 10]);
});

it('works on as many items at a time as it may, and no more', async () => {
  let running = 0;
  let most = 0;
  await inParallel(Array.from('abcdefg'), 3, async () => {
    most = Math.max(most, ++running);
    await sleep(1);
    running--;
  });
  expect(most).toBe(3);
});

it('begins nothing after a failure, and fails once all has ended', async () => {
  const begun: number[] = [];
  let ended = 0;
  const work = inParallel([0, 1, 2, 3, 4], 2, async (item) => {
    begun.push(item);
    await sleep(item === 0 ? 1 : 10);
    ended++;
    if (item === 0) throw new Error('first');
  });
  await expect(work).rejects.toThrow('first');
  expect([begun, ended]).toEqual([[0, 1], 2]);
});

it('needs no items', async () => {
  expect(await inParallel([], 4, () => Promise.resolve(1))).toEqual([]);
});
