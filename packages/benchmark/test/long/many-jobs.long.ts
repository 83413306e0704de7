import { expect, it } from 'vitest';
import { runQueue } from '../../src/node/local/run-queue.ts';
import { fakeExecutor as localExecutor } from '../../src/node/local/testing/fake-executor.ts';
import { anyJob } from '../../src/results/testing/rows.ts';
import { describeQueues } from '../node/distributed/support/describe-queues.ts';
import { fakeExecutor } from '../node/distributed/support/fake-executor.ts';
import { makeJobs, sortedIds } from '../node/distributed/support/jobs.ts';

it('shares 100,000 jobs among executors of this machine', async () => {
  const executors = [localExecutor(), localExecutor(), localExecutor()];
  const jobs = Array.from({ length: 100_000 }, (_, number) => anyJob(number));
  const numberOf = ({ id }: { readonly id: string }) => Number.parseInt(id, 16);
  const done = new Set<string | undefined>();
  await runQueue({
    executors,
    source: { begin: () => jobs, after: () => [] },
    expectedCost: (job) => ({ seconds: (numberOf(job) * 7919) % 1009, bytes: 1 + (numberOf(job) % 90) }),
    memoryLimit: 1000,
    onRow: async ({ job }) => void done.add(job?.id),
  });
  expect(done.size).toBe(100_000);
  expect(executors.every(({ begun }) => begun.length > 10_000)).toBe(true);
});

describeQueues('a distributed benchmark', (context) => {
  it('loses and doubles none of 1,000 tiny jobs', async () => {
    const jobs = await makeJobs(1000);
    const executors = Array.from({ length: 8 }, () => fakeExecutor());
    await Promise.all([context.startWorker(executors.slice(0, 4)), context.startWorker(executors.slice(4))]);
    const rows = await context.collect(jobs);
    expect(sortedIds(executors.flatMap(({ begun }) => begun))).toEqual(sortedIds(jobs));
    expect(sortedIds(rows)).toEqual(sortedIds(jobs));
  });
});
