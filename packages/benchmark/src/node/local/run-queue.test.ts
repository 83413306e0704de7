import { describe, expect, it } from 'vitest';
import { BenchmarkError } from '../../errors.ts';
import type { Job } from '../../jobs/job.ts';
import type { ResultRow } from '../../results/result-row.ts';
import { anyDoneRow, anyFailedRow, anyJob } from '../../results/testing/rows.ts';
import type { JobExecutor } from '../execution/job-executor.ts';
import type { JobSource } from './job-source.ts';
import type { QueueOptions, QueueProgress } from './queue-options.ts';
import { runQueue } from './run-queue.ts';
import { type FakeExecutor, fakeExecutor, untilAborted } from './testing/fake-executor.ts';

const jobs = (count: number) => Array.from({ length: count }, (_, number) => anyJob(number));
const numberOf = ({ id }: { readonly id: string }) => Number.parseInt(id, 16);
const numbersOf = (all: readonly { readonly id: string }[]) => all.map(numberOf);

function sourceOf(all: readonly Job[], after: JobSource['after'] = () => []): JobSource {
  return { begin: () => all, after };
}

interface Trial extends Partial<QueueOptions> {
  readonly executors: readonly JobExecutor[];
  readonly source: JobSource;
}

async function run(trial: Trial): Promise<readonly ResultRow[]> {
  const rows: ResultRow[] = [];
  await runQueue({
    expectedCost: (job) => ({ seconds: numberOf(job), bytes: 1 }),
    memoryLimit: 100,
    onRow: async (row) => {
      rows.push(row);
    },
    ...trial,
  });
  return rows;
}

const jobNumbers = (rows: readonly ResultRow[]) =>
  rows.map(({ job }) => Number.parseInt(job?.id ?? '', 16)).toSorted((a, b) => a - b);

describe('runQueue', () => {
  it('does the jobs that are expected to take longest first', async () => {
    const executor = fakeExecutor();
    await run({ executors: [executor], source: sourceOf(jobs(5)) });
    expect(numbersOf(executor.begun)).toEqual([4, 3, 2, 1, 0]);
  });

  it('asks for the jobs that a row makes due', async () => {
    const [first, second] = jobs(2) as [Job, Job];
    const source = sourceOf([first], ({ job }) => (job?.id === first.id ? [second] : []));
    expect(jobNumbers(await run({ executors: [fakeExecutor()], source }))).toEqual([0, 1]);
  });

  it('does a job once that is named twice', async () => {
    const source = sourceOf([...jobs(2), ...jobs(2)], () => jobs(2));
    expect(jobNumbers(await run({ executors: [fakeExecutor(), fakeExecutor()], source }))).toEqual([0, 1]);
  });

  it('does one fit for jobs that have the same, and keeps a row of each', async () => {
    const svc = (number: number, parameter: Job['parameter']) =>
      anyJob(number, { name: 'LinearSVC', parameter: { multi_class: 'crammer_singer', ...parameter } });
    const all = [svc(1, { loss: 'hinge' }), svc(2, { C: 10 }), svc(3, { loss: 'squared_hinge' })];
    const executors = [fakeExecutor(), fakeExecutor()];
    const left: number[] = [];
    const rows = await run({
      executors,
      source: sourceOf(all),
      onProgress: (progress) => left.push(progress.left),
    });
    expect(executors.flatMap(({ begun }) => numbersOf(begun)).toSorted((a, b) => a - b)).toEqual([1, 2]);
    expect(jobNumbers(rows)).toEqual([1, 2, 3]);
    const shared = rows.find(({ job }) => job?.id === all[2]?.id);
    expect(shared?.parameter).toEqual(all[2]?.parameter);
    expect(shared?.provenance?.same_fit_as).toBe(all[0]?.id);
    expect([Math.max(...left), left.at(-1)]).toEqual([2, 0]);
  });

  it('keeps all executors while a row of a shared fit may make jobs due', async () => {
    const svc = (number: number, loss: string) =>
      anyJob(number, { name: 'LinearSVC', parameter: { multi_class: 'crammer_singer', loss } });
    const shared = svc(2, 'hinge');
    const due = [anyJob(3), anyJob(4)];
    const source = sourceOf([svc(1, 'squared_hinge'), shared], ({ job }) =>
      job?.id === shared.id ? due : [],
    );
    const executors = [fakeExecutor(), fakeExecutor()];
    expect(jobNumbers(await run({ executors, source }))).toEqual([1, 2, 3, 4]);
    expect(executors.map(({ begun }) => begun.length).toSorted((a, b) => a - b)).toEqual([1, 2]);
  });

  it('does nothing when nothing is due', async () => {
    expect(await run({ executors: [fakeExecutor()], source: sourceOf([]) })).toEqual([]);
  });

  it('shares 10,000 jobs among its executors', async () => {
    const executors = [fakeExecutor(), fakeExecutor(), fakeExecutor()];
    const cost = (job: Job) => ({ seconds: (numberOf(job) * 7919) % 1009, bytes: 1 + (numberOf(job) % 90) });
    const source = sourceOf(jobs(10_000));
    const rows = await run({ executors, source, expectedCost: cost, memoryLimit: 1000 });
    expect(new Set(rows.map(({ job }) => job?.id)).size).toBe(10_000);
    expect(executors.every(({ begun }) => begun.length > 1000)).toBe(true);
  });
});

describe('the memory guard of runQueue', () => {
  /** Executors that note how much memory the jobs need that run at the same time. */
  function watched(count: number, bytesOf: (job: Job) => number) {
    let used = 0;
    const most = { bytes: 0, jobs: 0 };
    const running = new Set<Job>();
    const execute = async (job: Job) => {
      used += bytesOf(job);
      running.add(job);
      most.bytes = Math.max(most.bytes, used);
      most.jobs = Math.max(most.jobs, running.size);
      await new Promise((resolve) => setImmediate(resolve));
      used -= bytesOf(job);
      running.delete(job);
      return anyDoneRow(job);
    };
    return { most, executors: Array.from({ length: count }, () => fakeExecutor({ execute })) };
  }

  it('lets no more run than fit, and lets small ones pass large ones', async () => {
    const bytesOf = (job: Job) => 1 + ((numberOf(job) * 37) % 100);
    const { most, executors } = watched(4, bytesOf);
    const source = sourceOf(jobs(300));
    const expectedCost = (job: Job) => ({ seconds: 300 - numberOf(job), bytes: bytesOf(job) });
    const rows = await run({ executors, source, expectedCost });
    expect(rows.length).toBe(300);
    expect(most.bytes).toBeLessThanOrEqual(100);
    expect(most.jobs).toBeGreaterThan(1);
  });

  it('does a job that needs all there is by itself', async () => {
    const { most, executors } = watched(3, () => 100);
    const rows = await run({
      executors,
      source: sourceOf(jobs(5)),
      expectedCost: () => ({ seconds: 1, bytes: 100 }),
    });
    expect(rows.length).toBe(5);
    expect(most.jobs).toBe(1);
  });

  it('refuses what fits nowhere, and says by how much', async () => {
    const executor = fakeExecutor();
    const mebibyte = 2 ** 20;
    const rows = await run({
      executors: [executor],
      source: sourceOf(jobs(2)),
      memoryLimit: 10 * mebibyte,
      expectedCost: (job) => ({ seconds: 1, bytes: numberOf(job) * 11 * mebibyte }),
    });
    expect(numbersOf(executor.begun)).toEqual([0]);
    expect(rows.find(({ status }) => status === 'refused')).toMatchObject({
      reason: 'expected to need 11 MiB of memory, and jobs may take 10 MiB',
      score: [],
    });
  });

  it('closes the process of an executor that has grown beyond its share, and no other', async () => {
    const grown = fakeExecutor({ residentBytes: () => 51 });
    const modest = fakeExecutor({ residentBytes: () => 50 });
    for (const executor of [grown, modest]) {
      const resting = fakeExecutor();
      await run({ executors: [executor, resting], source: sourceOf(jobs(1)) });
    }
    expect(grown.closings).toBe(1);
    expect(modest.closings).toBe(0);
  });

  it('closes the processes of executors that no job is left for', async () => {
    const resting = fakeExecutor();
    await run({ executors: [fakeExecutor(), resting], source: sourceOf(jobs(1)) });
    expect(resting.begun).toEqual([]);
    expect(resting.closings).toBe(1);
  });
});

describe('runQueue in trouble', () => {
  const crash = new BenchmarkError('E_WORKER', 'ended with exit code 137');

  it('tries a job three times whose process dies, marks it with the reason, and goes on', async () => {
    const executor = fakeExecutor({
      execute: async (job) => {
        if (numberOf(job) === 1) throw crash;
        return anyDoneRow(job);
      },
    });
    const rows = await run({ executors: [executor], source: sourceOf(jobs(3)) });
    expect(numbersOf(executor.begun).filter((number) => number === 1)).toHaveLength(3);
    expect(rows.map(({ status }) => status).toSorted()).toEqual(['done', 'done', 'failed']);
    expect(rows.find(({ status }) => status === 'failed')?.reason).toBe(
      'ended with exit code 137 (3 attempts)',
    );
  });

  it('takes the result of a job whose process died once', async () => {
    let crashes = 0;
    const executor = fakeExecutor({
      execute: async (job) => {
        if (crashes++ === 0) throw crash;
        return anyDoneRow(job);
      },
    });
    expect(await run({ executors: [executor], source: sourceOf(jobs(1)) })).toMatchObject([
      { status: 'done' },
    ]);
  });

  it('gives a job whose process died the memory of two', async () => {
    const together: number[] = [];
    let running = 0;
    let crashes = 0;
    const execute = async (job: Job) => {
      running++;
      together.push(numberOf(job) === 1 ? running : 0);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
      if (numberOf(job) === 1 && crashes++ === 0) throw crash;
      return anyDoneRow(job);
    };
    const executors = [fakeExecutor({ execute }), fakeExecutor({ execute })];
    const source = sourceOf(jobs(4));
    await run({ executors, source, expectedCost: (job) => ({ seconds: -numberOf(job), bytes: 50 }) });
    expect(together.filter((count) => count > 0)).toEqual([2, 1]);
  });

  it('tries a job once more that went wrong', async () => {
    const outcomes = [anyFailedRow, anyDoneRow, anyFailedRow, anyFailedRow];
    const executor = fakeExecutor({ execute: async (job) => outcomes.shift()?.(job) ?? anyDoneRow(job) });
    const rows = await run({ executors: [executor], source: sourceOf([anyJob(2), anyJob(1)]) });
    expect(rows).toMatchObject([{ status: 'done' }, { status: 'failed' }]);
    expect(numbersOf(executor.begun)).toEqual([2, 2, 1, 1]);
  });

  it.each([
    [
      'an executor has other data',
      { executors: [fakeExecutor({ execute: () => Promise.reject(wrongData) })] },
    ],
    ['a row cannot be kept', { onRow: () => Promise.reject(wrongData) }],
    [
      'a listener throws',
      {
        onProgress: () => {
          throw wrongData;
        },
      },
    ],
  ])('stops everything when %s', async (_, trial) => {
    const waiting = fakeExecutor({ execute: untilAborted });
    const { executors = [fakeExecutor()] } = trial as { readonly executors?: readonly FakeExecutor[] };
    const running = run({ source: sourceOf(jobs(3)), ...trial, executors: [waiting, ...executors] });
    await expect(running).rejects.toBe(wrongData);
  });
});

const wrongData = new BenchmarkError('E_DATASET', 'other data');

describe('aborting runQueue', () => {
  it('does not begin when it is aborted before', async () => {
    const executor = fakeExecutor();
    const reason = new Error('never');
    const signal = AbortSignal.abort(reason);
    await expect(run({ executors: [executor], source: sourceOf(jobs(3)), signal })).rejects.toBe(reason);
    expect(executor.begun).toEqual([]);
  });

  it('stops jobs that run, and begins none that waits', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const executors = [fakeExecutor({ execute: untilAborted }), fakeExecutor({ execute: untilAborted })];
    const running = run({ executors, source: sourceOf(jobs(5)), signal: controller.signal });
    controller.abort(reason);
    await expect(running).rejects.toBe(reason);
    expect(executors.flatMap(({ begun }) => begun).length).toBeLessThanOrEqual(2);
  });

  it('keeps the row of a job that has just ended', async () => {
    const controller = new AbortController();
    const kept: ResultRow[] = [];
    const running = run({
      executors: [fakeExecutor()],
      source: sourceOf(jobs(3)),
      signal: controller.signal,
      onRow: async (row) => {
        controller.abort(new Error('enough'));
        await new Promise((resolve) => setImmediate(resolve));
        kept.push(row);
      },
    });
    await expect(running).rejects.toThrow('enough');
    expect(kept).toHaveLength(1);
  });
});

describe('progress of runQueue', () => {
  it('counts every job once, whether it is done, runs or waits', async () => {
    const events: QueueProgress[] = [];
    const onProgress = (event: QueueProgress) => events.push(event);
    const executors = [fakeExecutor(), fakeExecutor()];
    await run({ executors, source: sourceOf(jobs(10)), onProgress });
    expect(events.length).toBeGreaterThanOrEqual(20);
    expect(events.every(Object.isFrozen)).toBe(true);
    for (const { done, running, left } of events) expect(done + running.length + left).toBe(10);
    expect(events.at(-1)).toMatchObject({ done: 10, running: [], left: 0, secondsLeft: 0 });
  });
});
