import { expect, it } from 'vitest';
import type { ResultRow } from '../../../src/results/result-row.ts';
import { describeQueues } from './support/describe-queues.ts';
import { fakeExecutor } from './support/fake-executor.ts';
import { makeJob, makeJobs, rowOf, sortedIds } from './support/jobs.ts';

/** Short, so that what is lost with a worker or a server is soon taken over. */
const LOCK = { lockSeconds: 1 };

describeQueues('a distributed benchmark', (context) => {
  it('has the job of a killed worker done by another one', async () => {
    const jobs = await makeJobs(3);
    const rows = context.collect(jobs);
    const victim = context.startProcess('worker-process', { conduct: 'hang', ...LOCK });
    await victim.told(1);
    await victim.kill('SIGKILL');
    const heir = fakeExecutor();
    await context.startWorker([heir], LOCK);
    expect(sortedIds(await rows)).toEqual(sortedIds(jobs));
    expect(victim.messages).toHaveLength(1);
    expect(sortedIds(heir.begun)).toEqual(sortedIds(jobs));
  });

  it('gives up a job that took three workers down', async () => {
    const job = await makeJob();
    const rows = context.collect([job]);
    for (let death = 1; death <= 3; death++) {
      const victim = context.startProcess('worker-process', { conduct: 'die', ...LOCK });
      await victim.ended;
      expect(victim.messages).toEqual([job.id]);
    }
    const survivor = fakeExecutor();
    await context.startWorker([survivor], LOCK);
    expect(await rows).toMatchObject([
      { status: 'failed', reason: expect.stringContaining('worker died'), job: { id: job.id } },
    ]);
    expect(survivor.begun).toEqual([]);
  });

  it('survives a crash of the server, and does no job twice for it', async () => {
    const jobs = await makeJobs(30);
    const executor = fakeExecutor();
    await context.startWorker([executor], LOCK);
    const rows: ResultRow[] = [];
    await context.collect(jobs, {
      onRow: async (row) => {
        rows.push(row);
        if (rows.length !== 10) return;
        await context.server.crash();
        await context.server.start();
      },
    });
    expect(sortedIds(rows)).toEqual(sortedIds(jobs));
    expect(sortedIds(executor.begun)).toEqual(sortedIds(jobs));
  });

  it('delivers a row that was made while the server was away', async () => {
    const job = await makeJob();
    let isAway = false;
    const executor = fakeExecutor(async () => {
      await context.server.crash();
      isAway = true;
      return rowOf(job);
    });
    const restart = () => {
      if (isAway) void context.server.start();
      isAway = false;
    };
    await context.startWorker([executor], { onWarning: restart });
    const rows = context.collect([job], { onWarning: restart });
    expect(await rows).toEqual([rowOf(job)]);
    expect(executor.begun).toHaveLength(1);
  });

  it('goes on after it was killed, with its rows or without', async () => {
    const jobs = await makeJobs(30);
    const victim = context.startProcess('collector-process', { jobCount: jobs.length });
    const executor = fakeExecutor();
    await context.startWorker([executor]);
    await victim.told(5);
    await victim.kill('SIGKILL');
    const saved = victim.messages as readonly ResultRow[];
    const savedIds = new Set(sortedIds(saved));
    const rest = await context.collect(jobs.filter(({ id }) => !savedIds.has(id)));
    expect(sortedIds([...saved, ...rest])).toEqual(sortedIds(jobs));
    expect(sortedIds(await context.collect(jobs))).toEqual(sortedIds(jobs));
    expect(sortedIds(executor.begun)).toEqual(sortedIds(jobs));
  });

  it('puts in again what the server lost', async () => {
    const jobs = await makeJobs(3);
    const rows = context.collect(jobs);
    const queue = await context.waitForWaitingJobs(jobs.length);
    await queue.obliterate();
    await context.startWorker([fakeExecutor()]);
    expect(sortedIds(await rows)).toEqual(sortedIds(jobs));
  });
});
