import { createInlinePool, createWorkerPool, type WorkerPool } from '@fashion-mnist/kernels';
import { expect } from 'vitest';

/** Of all test files: starting threads takes longer than most work of a test. They end with the process or the page. */
const open: WorkerPool[] = [];

/** This thread, one thread with its own memory, and 1, 2 and 4 threads. */
export async function everyPool(): Promise<readonly [WorkerPool, ...WorkerPool[]]> {
  if (open.length === 0) {
    open.push(await createInlinePool(), await createWorkerPool({ shareMemory: false }));
    for (const threads of [1, 2, 4]) open.push(await createWorkerPool({ threads }));
  }
  const [inline, ...others] = open;
  return [inline!, ...others];
}

/** Does the same work on every pool; expects the same result, and no memory that is left. */
export async function expectSameOnEveryPool(work: (pool: WorkerPool) => Promise<unknown>): Promise<void> {
  const [inline, ...others] = await everyPool();
  const expected = await work(inline);
  for (const pool of others) expect(await work(pool)).toEqual(expected);
  for (const pool of [inline, ...others]) expect(pool.allocatedBytes).toBe(0);
}
