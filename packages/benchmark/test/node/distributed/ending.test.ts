import { expect, it } from 'vitest';
import { describeQueues } from './support/describe-queues.ts';
import { fakeExecutor } from './support/fake-executor.ts';
import { makeJob, makeJobs, rowOf, sortedIds } from './support/jobs.ts';

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
    const [finishedId] = worker.messages;

    const other = fakeExecutor();
    await context.startWorker([other]);
    expect(sortedIds(await rows)).toEqual(sortedIds(jobs));
    expect(sortedIds(other.begun)).toEqual(sortedIds(jobs.filter(({ id }) => id !== finishedId)));
  });

  it('gives the job at hand back on a second SIGTERM', async () => {
    const job = await makeJob();
    const rows = context.collect([job]);
    const worker = context.startProcess('worker-process', { conduct: 'hang' });
    await worker.told(1);
    const terminated = worker.kill('SIGTERM');
    await worker.told(2);
    await worker.kill('SIGTERM');
    await terminated;
    expect(await worker.ended).toBe(0);
    await context.startWorker([fakeExecutor()]);
    expect(await rows).toEqual([rowOf(job)]);
  });

  it('ends when its signal is aborted', async () => {
    const controller = new AbortController();
    const worker = await context.startWorker([fakeExecutor()], { signal: controller.signal });
    controller.abort();
    await expect(worker.drained).resolves.toBeUndefined();
  });

  it('ends while the server is away', async () => {
    const worker = await context.startWorker([fakeExecutor()]);
    await context.server.crash();
    await worker.close();
    await context.server.start();
  });
});

describeQueues('a distributed benchmark', (context) => {
  it('stops when its signal is aborted, and leaves the jobs in the queue', async () => {
    const jobs = await makeJobs(3);
    const controller = new AbortController();
    const reason = new Error('enough');
    const stopped = expect(context.collect(jobs, { signal: controller.signal })).rejects.toBe(reason);
    const queue = await context.waitForWaitingJobs(jobs.length);
    controller.abort(reason);
    await stopped;
    expect(await queue.getPrioritizedCount()).toBe(jobs.length);
  });

  it('stops while the server is away', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const { signal } = controller;
    const rows = context.collect([await makeJob()], { signal, onWarning: () => controller.abort(reason) });
    const stopped = expect(rows).rejects.toBe(reason);
    await context.waitForWaitingJobs(1);
    await context.server.crash();
    await stopped;
    await context.server.start();
  });

  it('ends with what the listener of rows throws', async () => {
    const reason = new Error('disk full');
    const onRow = () => {
      throw reason;
    };
    await context.startWorker([fakeExecutor()]);
    await expect(context.collect([await makeJob()], { onRow })).rejects.toBe(reason);
  });
});
