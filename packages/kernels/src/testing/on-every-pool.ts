import { expect } from 'vitest';
import { createWorkerPool } from '../pool/create-worker-pool.ts';
import { createInlinePool } from '../pool/inline-pool.ts';
import type { WorkerPool } from '../pool/worker-pool.ts';

/** Of all test files: starting threads takes longer than most work of a test. They end with the process or the page. */
const open: WorkerPool[] = [];

/** Does the same work on this thread, on 1, 2 and 4 threads, and on one with its own memory; expects the same bytes. */
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
