import { expect, it, vi } from 'vitest';
import type { Job } from '../../../src/jobs/job.ts';
import { unfinishedRow } from '../../../src/results/job-row.ts';
import { describeQueues } from './support/describe-queues.ts';
import { fakeExecutor } from './support/fake-executor.ts';
import { makeJob, makeJobs, rowOf, sortedIds, sourceOf } from './support/jobs.ts';

describeQueues('a distributed benchmark', (context) => {
  it('has each job done once by two workers that race for them', async () => {
    const jobs = await makeJobs(40);
    const racers = [raceJob, raceJob].map((race) => fakeExecutor(race));
    async function raceJob(job: Job) {
      await vi.waitUntil(() => racers.every(({ begun }) => begun.length > 0), { timeout: 30_000 });
      return rowOf(job);
    }
    await Promise.all(racers.map((racer) => context.startWorker([racer])));
    const rows = await context.collect(jobs);
    expect(sortedIds(racers.flatMap(({ begun }) => begun))).toEqual(sortedIds(jobs));
    expect(rows).toHaveLength(jobs.length);
    expect(rows).toEqual(expect.arrayContaining(jobs.map(rowOf)));
  });

  it('loses and doubles none of 200 tiny jobs', async () => {
    const jobs = await makeJobs(200);
    const executors = Array.from({ length: 8 }, () => fakeExecutor());
    await Promise.all([context.startWorker(executors.slice(0, 4)), context.startWorker(executors.slice(4))]);
    const rows = await context.collect(jobs);
    expect(sortedIds(executors.flatMap(({ begun }) => begun))).toEqual(sortedIds(jobs));
    expect(sortedIds(rows)).toEqual(sortedIds(jobs));
  });

  it('has those jobs done first that take longest', async () => {
    const jobs = await makeJobs(12);
    const rows = context.collect(jobs);
    await context.waitForWaitingJobs(jobs.length);
    const executor = fakeExecutor();
    await context.startWorker([executor]);
    await rows;
    expect(executor.begun).toEqual(jobs.toReversed());
  });

  it('puts in the jobs that become due when others are done', async () => {
    const [first, ...repeats] = await makeJobs(3);
    const source = {
      begin: () => [first as Job],
      after: ({ job }: { job: { id: string } | null }) => (job?.id === first?.id ? repeats : []),
    };
    const executor = fakeExecutor();
    await context.startWorker([executor]);
    const rows = await context.collect([], { source });
    expect(executor.begun[0]).toEqual(first);
    expect(sortedIds(rows)).toEqual(sortedIds([first as Job, ...repeats]));
  });

  it('hands over what was done while nobody collected', async () => {
    const jobs = await makeJobs(5);
    const executor = fakeExecutor();
    await context.startWorker([executor]);
    await context.collect(jobs);
    expect(await context.collect(jobs)).toEqual(expect.arrayContaining(jobs.map(rowOf)));
    expect(executor.begun).toHaveLength(jobs.length);
  });

  it('does a job again whose row does not count', async () => {
    const job = await makeJob();
    const late = { status: 'timed-out', reason: 'late', seconds: 1 } as const;
    const lateRow = unfinishedRow(job, late, { start: 1, done: 2 });
    const executor = fakeExecutor(() => (executor.begun.length === 1 ? lateRow : rowOf(job)));
    await context.startWorker([executor]);
    expect(await context.collect([job])).toEqual([lateRow]);
    expect(await context.collect([job], { staleRows: [lateRow] })).toEqual([rowOf(job)]);
    expect(await context.collect([job], { staleRows: [lateRow] })).toEqual([rowOf(job)]);
    expect(executor.begun).toHaveLength(2);
  });

  it('tells how far it has come, as its workers do', async () => {
    const jobs = await makeJobs(2);
    const [onProgress, onJob, onRow] = [vi.fn(), vi.fn(), vi.fn()];
    const worker = await context.startWorker([fakeExecutor()], { onJob, onRow });
    await context.collect(jobs, { source: sourceOf([...jobs, ...jobs]), onProgress });
    await worker.drain();
    expect(onProgress.mock.calls).toEqual([
      [{ done: 0, left: 2 }],
      [{ done: 1, left: 1 }],
      [{ done: 2, left: 0 }],
    ]);
    expect(onJob.mock.calls.flat()).toEqual(expect.arrayContaining(jobs));
    expect(onRow.mock.calls.flat()).toEqual(expect.arrayContaining(jobs.map(rowOf)));
  });
});
