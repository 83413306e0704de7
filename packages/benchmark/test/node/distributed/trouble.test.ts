import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { BenchmarkError } from '../../../src/errors.ts';
import type { JobStatus } from '../../../src/results/result-row.ts';
import { describeQueues } from './support/describe-queues.ts';
import { fakeExecutor } from './support/fake-executor.ts';
import { doneRow, idsOf, makeJobs } from './support/jobs.ts';

describeQueues('a worker', (context) => {
  it('tries a job again that fell to its own trouble', async () => {
    const jobs = await makeJobs(2);
    const failed = new Set<string>();
    const executor = fakeExecutor((job) => {
      if (failed.has(job.id)) return doneRow(job);
      failed.add(job.id);
      throw new BenchmarkError('E_WORKER', 'the process died');
    });
    await context.startWorker([executor]);
    const rows = await context.collect(jobs);
    expect(rows).toHaveLength(2);
    expect(rows).toEqual(expect.arrayContaining(jobs.map(doneRow)));
  });

  it('waits longer and longer before it tries a job again, and at last gives it up', async () => {
    const jobs = await makeJobs(1);
    const attempts: number[] = [];
    const executor = fakeExecutor(() => {
      attempts.push(Date.now());
      throw new BenchmarkError('E_WORKER', 'the process \0 died');
    });
    await context.startWorker([executor]);
    const rows = await context.collect(jobs, { retryDelaySeconds: 0.3 });
    expect(rows).toMatchObject([
      { status: 'failed', reason: 'the process  died', job: { id: jobs[0]?.id }, score: [] },
    ]);
    const [first = 0, second = 0, third = 0] = attempts;
    expect(attempts).toHaveLength(3);
    expect(second - first).toBeGreaterThanOrEqual(290);
    expect(third - second).toBeGreaterThanOrEqual(590);
  });

  it.each<JobStatus>(['invalid', 'refused', 'timed-out', 'failed'])(
    'takes a row that is %s for a result',
    async (status) => {
      const [job] = await makeJobs(1);
      if (job === undefined) throw new Error('expected a job');
      const row = {
        ...doneRow(job),
        score: [],
        mean_accuracy: null,
        std_accuracy: null,
        num_repeat: 0,
        status,
        reason: 'no \0',
      };
      let executions = 0;
      const executor = fakeExecutor(() => {
        executions++;
        return row;
      });
      await context.startWorker([executor]);
      expect(await context.collect([job])).toEqual([row]);
      expect(executions).toBe(1);
    },
  );

  it('gives a job back whose data it has not, and takes no more', async () => {
    const jobs = await makeJobs(3);
    const stranger = await context.startWorker([
      fakeExecutor(() => {
        throw new BenchmarkError('E_DATASET', 'other data');
      }),
    ]);
    const rows = context.collect(jobs, { attempts: 1 });
    await expect(stranger.drained).rejects.toMatchObject({ code: 'E_DATASET' });
    await context.startWorker([fakeExecutor(doneRow)]);
    expect(await rows).toEqual(expect.arrayContaining(jobs.map(doneRow)));
  });

  it('fails what is no job, and goes on', async () => {
    const jobs = await makeJobs(4);
    const [notJson, otherId, altered] = jobs;
    const queue = await context.openQueue();
    await queue.add('SVC', '{"half', { jobId: notJson?.id ?? '' });
    await queue.add('SVC', JSON.stringify(jobs[3]), { jobId: otherId?.id ?? '' });
    await queue.add('SVC', JSON.stringify({ ...altered, seed: 99 }), { jobId: altered?.id ?? '' });
    await context.startWorker([fakeExecutor(doneRow)]);
    const rows = await context.collect(jobs);
    expect(idsOf(rows)).toEqual(jobs.map(({ id }) => id).toSorted());
    expect(rows.filter(({ status }) => status === 'failed')).toHaveLength(3);
    expect(rows.filter(({ status }) => status === 'done')).toEqual(jobs.slice(3).map(doneRow));
  });

  it('fails a job whose row is none', async () => {
    const jobs = await makeJobs(2);
    await context.startWorker([fakeExecutor((job) => ({ ...doneRow(job), job: null }))]);
    const rows = await context.collect(jobs);
    expect(rows).toMatchObject(
      rows.map(() => ({ status: 'failed', reason: expect.stringContaining('not a row') })),
    );
    expect(idsOf(rows)).toEqual(jobs.map(({ id }) => id).toSorted());
  });

  it('keeps its job while the process that does it is busy for longer than the lock lasts', async () => {
    const lockSeconds = 2;
    const jobs = await makeJobs(1);
    let executions = 0;
    const executor = fakeExecutor(async (job) => {
      executions++;
      const busy = `const end = performance.now() + ${lockSeconds * 2500}; while (performance.now() < end);`;
      await once(spawn(process.execPath, ['--eval', busy]), 'exit');
      return doneRow(job);
    });
    await Promise.all([1, 2].map(() => context.startWorker([executor], { lockSeconds })));
    expect(await context.collect(jobs)).toEqual(jobs.map(doneRow));
    expect(executions).toBe(1);
  });
});
