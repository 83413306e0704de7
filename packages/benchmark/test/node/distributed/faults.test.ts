import { expect, it, vi } from 'vitest';
import type { ResultRow } from '../../../src/results/result-row.ts';
import { describeQueues } from './support/describe-queues.ts';
import { fakeExecutor } from './support/fake-executor.ts';
import { doneRow, idsOf, makeJobs } from './support/jobs.ts';

const LOCK_SECONDS = 1;

describeQueues('a distributed benchmark', (context) => {
  it('has the job of a killed worker done by another one', async () => {
    const jobs = await makeJobs(3);
    const rows = context.collect(jobs);
    const victim = context.startProcess('worker-process', { conduct: 'hang', lockSeconds: LOCK_SECONDS });
    await victim.told(1);
    await victim.kill('SIGKILL');
    await context.startWorker([fakeExecutor(doneRow)], { lockSeconds: LOCK_SECONDS });
    expect(victim.messages).toHaveLength(1);
    expect(idsOf(await rows)).toEqual(jobs.map(({ id }) => id).toSorted());
  });

  it('gives up a job that took three workers down', async () => {
    const [job] = await makeJobs(1);
    if (job === undefined) throw new Error('expected a job');
    const rows = context.collect([job]);
    const victims = [];
    for (let number = 0; number < 3; number++) {
      const victim = context.startProcess('worker-process', { conduct: 'die', lockSeconds: LOCK_SECONDS });
      await victim.ended;
      victims.push(victim);
    }
    await context.startWorker([fakeExecutor(doneRow)], { lockSeconds: LOCK_SECONDS });
    expect(await rows).toMatchObject([
      { status: 'failed', reason: expect.stringContaining('worker died'), job: { id: job.id } },
    ]);
    expect(victims.map(({ messages }) => messages)).toEqual([[job.id], [job.id], [job.id]]);
  });

  it('survives a crash of the server, and does no job twice for it', async () => {
    const jobs = await makeJobs(30);
    const executions: string[] = [];
    let crash: Promise<void> | undefined;
    const executor = fakeExecutor(async (job) => {
      executions.push(job.id);
      await crash;
      return doneRow(job);
    });
    await context.startWorker([executor]);
    const rows: ResultRow[] = [];
    await context.collect(jobs, {
      onRow: async (row) => {
        rows.push(row);
        if (rows.length === 10) crash = context.server.crash();
        await crash;
        if (rows.length === 10) await context.server.start();
      },
    });
    const ids = jobs.map(({ id }) => id).toSorted();
    expect(idsOf(rows)).toEqual(ids);
    expect(executions.toSorted()).toEqual(ids);
  });

  it('goes on after it was killed, with its results or without', async () => {
    const jobs = await makeJobs(30);
    const executions: string[] = [];
    const executor = fakeExecutor((job) => {
      executions.push(job.id);
      return doneRow(job);
    });
    const victim = context.startProcess('collector-process', { jobCount: jobs.length });
    await context.startWorker([executor]);
    await victim.told(5);
    await victim.kill('SIGKILL');
    const saved = victim.messages as readonly ResultRow[];
    const ids = jobs.map(({ id }) => id).toSorted();

    const rest = await context.collect(jobs, { rows: saved });
    expect(idsOf([...saved, ...rest])).toEqual(ids);
    expect(idsOf(await context.collect(jobs))).toEqual(ids);
    expect(executions.toSorted()).toEqual(ids);
  });

  it('puts jobs in again that the server lost', async () => {
    const jobs = await makeJobs(3);
    const rows = context.collect(jobs);
    const queue = await context.openQueue();
    await vi.waitUntil(async () => (await queue.getJobCountByTypes('prioritized')) === 3, {
      timeout: 30_000,
    });
    await queue.obliterate();
    await context.startWorker([fakeExecutor(doneRow)]);
    expect(idsOf(await rows)).toEqual(jobs.map(({ id }) => id).toSorted());
  });
});
