import { expect, it, vi } from 'vitest';
import { describeQueues } from './support/describe-queues.ts';
import { fakeExecutor } from './support/fake-executor.ts';
import { doneRow, idsOf, makeJobs } from './support/jobs.ts';

describeQueues('a worker', (context) => {
  it('finishes the job at hand on SIGTERM, and leaves the others', async () => {
    const jobs = await makeJobs(3);
    const rows = context.collect(jobs);
    const worker = context.startProcess('worker-process', { conduct: 'obey' });
    await worker.told(1);
    const terminated = worker.kill('SIGTERM');
    await worker.told(2);
    worker.tell('finish');
    await terminated;
    expect(await worker.ended).toBe(0);

    const executions: string[] = [];
    const executor = fakeExecutor((job) => {
      executions.push(job.id);
      return doneRow(job);
    });
    await context.startWorker([executor]);
    expect(idsOf(await rows)).toEqual(jobs.map(({ id }) => id).toSorted());
    expect([worker.messages[0], ...executions].toSorted()).toEqual(jobs.map(({ id }) => id).toSorted());
  });

  it('gives the job at hand back on a second SIGTERM', async () => {
    const jobs = await makeJobs(1);
    const rows = context.collect(jobs);
    const worker = context.startProcess('worker-process', { conduct: 'hang' });
    await worker.told(1);
    void worker.kill('SIGTERM');
    await worker.told(2);
    await worker.kill('SIGTERM');
    expect(await worker.ended).toBe(0);
    await context.startWorker([fakeExecutor(doneRow)]);
    expect(await rows).toEqual(jobs.map(doneRow));
  });

  it('ends by itself when it has nothing to do and its signal is aborted', async () => {
    const controller = new AbortController();
    const worker = await context.startWorker([fakeExecutor(doneRow)], { signal: controller.signal });
    controller.abort();
    await expect(worker.drained).resolves.toBeUndefined();
  });
});

describeQueues('a distributed benchmark', (context) => {
  it('stops when its signal is aborted, and leaves the jobs in the queue', async () => {
    const jobs = await makeJobs(3);
    const controller = new AbortController();
    const reason = new Error('enough');
    const rows = context.collect(jobs, { signal: controller.signal });
    const rejected = expect(rows).rejects.toBe(reason);
    const queue = await context.openQueue();
    await vi.waitUntil(async () => (await queue.getJobCountByTypes('prioritized')) === 3, {
      timeout: 30_000,
    });
    controller.abort(reason);
    await rejected;
    expect(await queue.getJobCountByTypes('prioritized')).toBe(3);
  });

  it('stops while the server is away', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const rows = context.collect(await makeJobs(1), {
      signal: controller.signal,
      onWarning: () => controller.abort(reason),
    });
    const rejected = expect(rows).rejects.toBe(reason);
    const queue = await context.openQueue();
    await vi.waitUntil(async () => (await queue.getJobCountByTypes('prioritized')) === 1, {
      timeout: 30_000,
    });
    await context.server.crash();
    await rejected;
    await context.server.start();
  });

  it('ends with what the listener of rows throws', async () => {
    const reason = new Error('disk full');
    const onRow = () => {
      throw reason;
    };
    await context.startWorker([fakeExecutor(doneRow)]);
    await expect(context.collect(await makeJobs(1), { onRow })).rejects.toBe(reason);
  });
});
