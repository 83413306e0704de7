import { expect, it } from 'vitest';
import { expectedCost } from '../../jobs/expected-cost.ts';
import { unfinishedRow } from '../../results/job-row.ts';
import type { JobExecutor } from './job-executor.ts';
import { tinyJob } from './testing/tiny-jobs.ts';
import { withMemoryLimit } from './with-memory-limit.ts';

const executor: JobExecutor = {
  execute: async (job) =>
    unfinishedRow(job, { status: 'failed', reason: 'begun', seconds: null }, { start: 0, done: 0 }),
  residentBytes: async () => 0,
  close: async () => {},
};

it('refuses jobs that would need too much memory, and begins the others', async () => {
  const job = await tinyJob('GaussianNB');
  const { bytes } = expectedCost(job);
  expect(await withMemoryLimit(executor, bytes).execute(job)).toMatchObject({ reason: 'begun' });
  expect(await withMemoryLimit(executor, bytes - 1).execute(job)).toMatchObject({
    status: 'refused',
    reason: expect.stringContaining('memory'),
    score: [],
  });
});
