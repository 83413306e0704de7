import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { parseResults } from '../../results/parse-results.ts';
import { type ChildExecutorOptions, createChildExecutor } from './child-executor.ts';
import type { JobExecutor } from './job-executor.ts';
import { tinyJob, tinyLoader } from './testing/tiny-jobs.ts';

const TROUBLE = new URL('./testing/trouble-child.ts', import.meta.url);

const executors: JobExecutor[] = [];

/** Stays from test to test, as it does from job to job. */
const lasting = createChildExecutor({ loader: tinyLoader, threads: 1 });

afterEach(() => Promise.all(executors.splice(0).map((executor) => executor.close())));
afterAll(() => lasting.close());

function createExecutor(options: ChildExecutorOptions = {}): JobExecutor {
  const executor = createChildExecutor({ loader: tinyLoader, threads: 1, ...options });
  executors.push(executor);
  return executor;
}

describe('createChildExecutor', () => {
  it('does jobs in a process of its own, and says where and how', async () => {
    expect(await lasting.residentBytes()).toBe(0);
    const job = await tinyJob('GaussianNB');
    const row = await lasting.execute(job);
    const { name, parameter, ...rest } = job;
    expect(row).toMatchObject({ name, parameter, job: rest, status: 'done', num_repeat: 1, std_accuracy: 0 });
    expect(row.mean_accuracy).toBe(row.score[0]);
    expect(row.provenance).toMatchObject({ threads: 1, node: process.versions.node });
    expect(row.provenance?.peak_bytes).toBeGreaterThan(10 * 2 ** 20);
    expect(await lasting.residentBytes()).toBeGreaterThan(10 * 2 ** 20);
    expect(parseResults(JSON.stringify(row)).rows).toEqual([row]);
  });

  it('keeps its process for the next job, whose predictions are those of a fresh one', async () => {
    const forest = await tinyJob('RandomForestClassifier', { n_estimators: 3, max_depth: 3 });
    await lasting.execute(await tinyJob('DecisionTreeClassifier'));
    const [again, fresh] = [await lasting.execute(forest), await createExecutor().execute(forest)];
    expect(again.provenance?.predictions_sha256).toBe(fresh.provenance?.predictions_sha256);
  });

  it('gives a row of a job that is not done', async () => {
    const row = await lasting.execute(await tinyJob('GaussianNB', {}, { samples: { train: 0, test: 1 } }));
    expect(row).toMatchObject({ status: 'failed', score: [], mean_accuracy: null, provenance: null });
  });

  it('refuses jobs about other data', async () => {
    const job = await tinyJob('GaussianNB', {}, { dataset: { name: 'tiny', sha256: '0'.repeat(64) } });
    await expect(lasting.execute(job)).rejects.toMatchObject({
      code: 'E_DATASET',
      message: expect.stringContaining('0000'),
    });
  });

  it('says why data cannot be loaded', async () => {
    const loader = new URL('./no-such-module.ts', import.meta.url).href;
    await expect(createExecutor({ loader }).execute(await tinyJob('GaussianNB'))).rejects.toMatchObject({
      code: 'E_DATASET',
      message: expect.stringContaining('no-such-module'),
    });
  });

  it.each([
    ['ExitSilently', 'ended with exit code 0'],
    ['Exit137', 'ended with exit code 137'],
    ['KillItself', 'was killed (SIGKILL)'],
    ['Throw', 'thrown out of the blue'],
    ['RejectUnhandled', 'rejected out of the blue'],
    ['FloodStdout', 'the end of the flood'],
  ])('tells what is known of a process that does this: %s', async (name, known) => {
    const executor = createExecutor({ entry: TROUBLE });
    await expect(executor.execute(await tinyJob(name))).rejects.toMatchObject({
      code: 'E_WORKER',
      message: expect.stringContaining(known),
    });
  });

  it('starts a new process after one that died', async () => {
    const executor = createExecutor({ entry: TROUBLE });
    for (const name of ['Exit137', 'ExitSilently'])
      await expect(executor.execute(await tinyJob(name))).rejects.toMatchObject({ code: 'E_WORKER' });
  });

  it('gives up a process that does not begin', async () => {
    const executor = createExecutor({ entry: TROUBLE, startLimit: 0.2 });
    await expect(executor.execute(await tinyJob('Hang'))).rejects.toMatchObject({
      code: 'E_WORKER',
      message: expect.stringContaining('begin within 0.2 s'),
    });
    expect(await executor.residentBytes()).toBe(0);
  });

  it('says how long a job took that took too long', async () => {
    const executor = createExecutor({ entry: TROUBLE });
    const row = await executor.execute(await tinyJob('HangInTheJob'), { timeLimit: 0.1 });
    expect(row).toMatchObject({ status: 'timed-out', time_per_repeat: 0.1, score: [] });
    expect(row.reason).toMatch(/^expected at most 0.1 s, stopped then/);
  });

  it('stops at once when aborted, with the reason of that', async () => {
    const executor = createExecutor({ entry: TROUBLE });
    const controller = new AbortController();
    const reason = new Error('enough');
    const running = executor.execute(await tinyJob('HangInTheJob'), { signal: controller.signal });
    controller.abort(reason);
    await expect(running).rejects.toBe(reason);
  });

  it('does not begin when it is aborted before', async () => {
    const reason = new Error('never');
    const running = createExecutor().execute(await tinyJob('GaussianNB'), {
      signal: AbortSignal.abort(reason),
    });
    await expect(running).rejects.toBe(reason);
  });
});
