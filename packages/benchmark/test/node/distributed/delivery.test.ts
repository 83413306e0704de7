import { expect, it, vi } from 'vitest';
import { describeQueues } from './support/describe-queues.ts';
import { fakeExecutor } from './support/fake-executor.ts';
import { doneRow, idsOf, makeJobs, sourceOf } from './support/jobs.ts';

describeQueues('a distributed benchmark', (context) => {
  it('has each job done once by two workers that race for them', async () => {
    const jobs = await makeJobs(40);
    const executions: string[] = [];
    const atWork = new Set<number>();
    const racer = (number: number) =>
      fakeExecutor(async (job) => {
        executions.push(job.id);
        atWork.add(number);
        await vi.waitUntil(() => atWork.size === 2, { timeout: 30_000 });
        return doneRow(job);
      });
    await Promise.all([1, 2].map((number) => context.startWorker([racer(number)])));
    const rows = await context.collect(jobs);
    expect(executions.toSorted()).toEqual(jobs.map(({ id }) => id).toSorted());
    expect(rows).toHaveLength(jobs.length);
    expect(rows).toEqual(expect.arrayContaining(jobs.map(doneRow)));
  });

  it('loses and doubles none of 1,000 tiny jobs', async () => {
    const jobs = await makeJobs(1000);
    const executions: string[] = [];
    const executor = fakeExecutor((job) => {
      executions.push(job.id);
      return doneRow(job);
    });
    const executors = [executor, executor, executor, executor];
    await Promise.all([context.startWorker(executors), context.startWorker(executors)]);
    const rows = await context.collect(jobs);
    const ids = jobs.map(({ id }) => id).toSorted();
    expect(executions.toSorted()).toEqual(ids);
    expect(idsOf(rows)).toEqual(ids);
  });

  it('has those jobs done first that take longest', async () => {
    const jobs = await makeJobs(12);
    const rows = context.collect(jobs);
    const queue = await context.openQueue();
    await vi.waitUntil(async () => (await queue.getJobCountByTypes('prioritized')) === 12, {
      timeout: 30_000,
    });
    const seeds: number[] = [];
    const executor = fakeExecutor((job) => {
      seeds.push(job.seed);
      return doneRow(job);
    });
    await context.startWorker([executor]);
    await rows;
    expect(seeds).toEqual(seeds.toSorted((a, b) => b - a));
  });

  it('puts in the jobs that become due when others are done', async () => {
    const jobs = await makeJobs(5);
    const first = sourceOf(jobs.slice(0, 3));
    const source = {
      ...sourceOf(jobs),
      due: async (rows: Parameters<typeof first.due>[0]) => {
        const due = await first.due(rows);
        return due.length > 0 ? due : sourceOf(jobs).due(rows);
      },
    };
    await context.startWorker([fakeExecutor(doneRow)]);
    const rows = await context.collect(jobs, { source });
    expect(idsOf(rows.slice(0, 3))).toEqual(
      jobs
        .slice(0, 3)
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(idsOf(rows)).toEqual(jobs.map(({ id }) => id).toSorted());
  });

  it('hands over what was done while nobody collected', async () => {
    const jobs = await makeJobs(5);
    await context.startWorker([fakeExecutor(doneRow)]);
    const first = await context.collect(jobs);
    const second = await context.collect(jobs);
    expect(idsOf(second)).toEqual(idsOf(first));
  });

  it('does a job again whose row of an earlier run does not count', async () => {
    const [job, ...others] = await makeJobs(3);
    if (job === undefined) throw new Error('expected a job');
    let isFirst = true;
    const executor = fakeExecutor((atHand) => {
      if (atHand.id !== job.id || !isFirst) return { ...doneRow(atHand), done_time: 1.6e9 };
      isFirst = false;
      return {
        ...doneRow(atHand),
        score: [],
        mean_accuracy: null,
        num_repeat: 0,
        status: 'timed-out',
        reason: 'late',
      };
    });
    await context.startWorker([executor]);
    const earlier = await context.collect([job, ...others]);
    const counted = earlier.filter(({ status }) => status === 'done');
    const source = sourceOf([job, ...others]);
    const again = await context.collect([], {
      rows: earlier,
      source: { ...source, due: (rows) => source.due([...counted, ...rows.slice(earlier.length)]) },
    });
    expect(again).toEqual([{ ...doneRow(job), done_time: 1.6e9 }]);
  });
});
