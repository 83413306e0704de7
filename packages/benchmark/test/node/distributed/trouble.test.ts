import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { BenchmarkError } from '../../../src/errors.ts';
import { unfinishedRow } from '../../../src/results/job-row.ts';
import { describeQueues } from './support/describe-queues.ts';
import { fakeExecutor } from './support/fake-executor.ts';
import { makeJob, makeJobs, rowOf, sortedIds } from './support/jobs.ts';

describeQueues('a worker', (context) => {
  it('tries a job again that fell to its own trouble', async () => {
    const job = await makeJob();
    const executor = fakeExecutor(() => {
      if (executor.begun.length === 1) throw new BenchmarkError('E_WORKER', 'the process died');
      return rowOf(job);
    });
    await context.startWorker([executor]);
    expect(await context.collect([job])).toEqual([rowOf(job)]);
  });

  it('waits longer before each further attempt, and gives a job up after three', async () => {
    const job = await makeJob();
    const attempts: number[] = [];
    const executor = fakeExecutor(() => {
      attempts.push(Date.now());
      throw new BenchmarkError('E_WORKER', 'the process \0died');
    });
    await context.startWorker([executor]);
    const rows = await context.collect([job], { retryDelaySeconds: 0.3 });
    expect(rows).toMatchObject([
      { status: 'failed', reason: 'the process died (3 attempts)', job: { id: job.id }, score: [] },
    ]);
    const [first = 0, second = 0, third = 0] = attempts;
    expect(attempts).toHaveLength(3);
    expect(second - first).toBeGreaterThanOrEqual(300);
    expect(third - second).toBeGreaterThanOrEqual(600);
  });

  it.each(['invalid', 'refused', 'timed-out', 'failed'] as const)(
    'delivers a row that is %s',
    async (status) => {
      const job = await makeJob();
      const row = unfinishedRow(job, { status, reason: 'because \0', seconds: 1 }, { start: 1, done: 2 });
      const executor = fakeExecutor(() => row);
      await context.startWorker([executor]);
      expect(await context.collect([job])).toEqual([row]);
      expect(executor.begun).toHaveLength(1);
    },
  );

  it('gives a job back whose data it lacks, and ends', async () => {
    const jobs = await makeJobs(3);
    const executor = fakeExecutor(() => {
      throw new BenchmarkError('E_DATASET', 'other data');
    });
    const stranger = await context.startWorker([executor]);
    const rows = context.collect(jobs, { attempts: 1 });
    await expect(stranger.drained).rejects.toMatchObject({ code: 'E_DATASET' });
    expect(executor.begun).toHaveLength(1);
    await context.startWorker([fakeExecutor()]);
    expect(await rows).toEqual(expect.arrayContaining(jobs.map(rowOf)));
  });

  it('fails what is no job, and goes on', async () => {
    const [intact, ...broken] = await makeJobs(5);
    const [first, second, third, fourth] = broken;
    if (intact === undefined || first === undefined) throw new Error('expected jobs');
    const queue = await context.openQueue();
    await queue.add('no JSON', '{"half', { jobId: first.id });
    await queue.add('of another id', JSON.stringify(intact), { jobId: second?.id ?? '' });
    await queue.add('altered', JSON.stringify({ ...third, seed: 99 }), { jobId: third?.id ?? '' });
    await queue.add('null', 'null', { jobId: fourth?.id ?? '' });
    const executor = fakeExecutor();
    await context.startWorker([executor]);
    const rows = await context.collect([intact, ...broken]);
    expect(executor.begun).toEqual([intact]);
    expect(rows.filter(({ status }) => status === 'done')).toEqual([rowOf(intact)]);
    expect(sortedIds(rows.filter(({ status }) => status === 'failed'))).toEqual(sortedIds(broken));
  });

  it('fails a job whose row is none', async () => {
    const job = await makeJob();
    await context.startWorker([fakeExecutor(() => ({ ...rowOf(job), job: null }))]);
    expect(await context.collect([job])).toMatchObject([
      { status: 'failed', reason: expect.stringContaining('expected a row'), job: { id: job.id } },
    ]);
  });

  it('keeps its job while the process that does it is busy for longer than the lock lasts', async () => {
    const lockSeconds = 2;
    const busy = `const end = performance.now() + ${2.5 * lockSeconds * 1000}; while (performance.now() < end);`;
    const job = await makeJob();
    const executors = [doBusily, doBusily].map((execute) => fakeExecutor(execute));
    async function doBusily() {
      await once(spawn(process.execPath, ['--eval', busy]), 'exit');
      return rowOf(job);
    }
    await Promise.all(executors.map((executor) => context.startWorker([executor], { lockSeconds })));
    expect(await context.collect([job])).toEqual([rowOf(job)]);
    expect(executors.flatMap(({ begun }) => begun)).toHaveLength(1);
  });
});
