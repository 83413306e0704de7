import { createInlinePool, createWorkerPool, type WorkerPool } from '@fashion-mnist/kernels';
import { afterAll, expect } from 'vitest';

const open: WorkerPool[] = [];
afterAll(() => Promise.all(open.map((pool) => pool.dispose())));

/** Does the same work on this thread, on 1, 2 and 4 threads, and on one with its own memory; expects the same result. */
export async function expectSameOnEveryPool(work: (pool: WorkerPool) => Promise<unknown>): Promise<void> {
  if (open.length === 0) {
    open.push(await createInlinePool(), await createWorkerPool({ shareMemory: false }));
    for (const threads of [1, 2, 4]) open.push(await createWorkerPool({ threads }));
  }
  const [first, ...others] = open;
  const expected = await work(first!);
  for (const pool of others) expect(await work(pool)).toEqual(expected);
  expect(open.map((pool) => pool.allocatedBytes)).toEqual(open.map(() => 0));
}
