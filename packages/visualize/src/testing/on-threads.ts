import { createInlinePool, createWorkerPool, type WorkerPool } from '@fashion-mnist/kernels';
import { expect } from 'vitest';

/** Of all test files: starting threads takes longer than most work of a test. They end with the process or the page. */
const open: WorkerPool[] = [];

/** Does the same work on this thread and on 1, 2 and 4 threads; expects the same result, and no memory that is left. */
export async function expectSameOnThreads(work: (pool: WorkerPool) => Promise<unknown>): Promise<void> {
  if (open.length === 0) {
    open.push(await createInlinePool());
    for (const threads of [1, 2, 4]) open.push(await createWorkerPool({ threads }));
  }
  const results = [];
  for (const pool of open) results.push(await work(pool));
  for (const result of results) expect(result).toEqual(results[0]);
  expect(open.map((pool) => pool.allocatedBytes)).toEqual(open.map(() => 0));
}
