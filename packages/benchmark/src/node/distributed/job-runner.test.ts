import { describe, expect, it } from 'vitest';
import { createJob } from '../../jobs/create-job.ts';
import type { Job } from '../../jobs/job.ts';
import { DESCRIPTION, rowOf } from '../../jobs/testing.ts';
import type { JobExecutor } from '../execution/job-executor.ts';
import { JobRunner } from './job-runner.ts';

function executorOf(execute: JobExecutor['execute']): JobExecutor {
  return { execute, residentBytes: async () => 0, close: async () => {} };
}

describe('JobRunner', () => {
  it('keeps a row until the queue has it', async () => {
    const job = await createJob(DESCRIPTION);
    const done: Job[] = [];
    const runner = new JobRunner(
      [executorOf(async (atHand) => rowOf(atHand, { seconds: done.push(atHand) }))],
      undefined,
    );
    const [first, meanwhile] = await Promise.all([runner.run(job), runner.run(job)]);
    expect(JSON.parse(first)).toEqual(rowOf(job, { seconds: 1 }));
    expect(meanwhile).toBe(first);
    expect(await runner.run(job)).toBe(first);
    runner.forget(job.id);
    expect(JSON.parse(await runner.run(job))).toEqual(rowOf(job, { seconds: 2 }));
  });

  it('keeps no failure', async () => {
    const job = await createJob(DESCRIPTION);
    let attempts = 0;
    const executor = executorOf(async (atHand) => {
      attempts++;
      if (attempts === 1) throw new Error('died');
      return rowOf(atHand);
    });
    const runner = new JobRunner([executor], undefined);
    await expect(runner.run(job)).rejects.toThrow('died');
    expect(JSON.parse(await runner.run(job))).toEqual(rowOf(job));
  });

  it('gives up the jobs at hand, and the ones that come later', async () => {
    const job = await createJob(DESCRIPTION);
    const executor = executorOf((_, { signal } = {}) => {
      signal?.throwIfAborted();
      return new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
      });
    });
    const runner = new JobRunner([executor], 5);
    const row = runner.run(job);
    runner.release();
    await expect(row).rejects.toMatchObject({ code: 'E_WORKER' });
    expect(runner.isReleased).toBe(true);
  });
});
