import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ResultRow } from '../../results/result-row.ts';
import { readResults } from '../results/read-results.ts';
import { runBenchmark } from './run-benchmark.ts';
import { configuration, tinyRun } from './testing/tiny-run.ts';

let folder: string;
let out: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'benchmark-'));
  out = join(folder, 'results.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

const idsOf = (rows: readonly ResultRow[]) => rows.map(({ job }) => job?.id);

/** Runs in a process of its own that is killed at an event of its run. */
async function runAndKillAt(event: number): Promise<void> {
  const runner = fork(new URL('./testing/killed-runner.ts', import.meta.url), [out, String(event)], {
    execArgv: ['--conditions=@fashion-mnist/source'],
  });
  const [, signal] = (await once(runner, 'exit')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
}

describe('runBenchmark', () => {
  it('does every configuration, and each of its repeats that is called for, once', async () => {
    const rows = await runBenchmark(tinyRun(out));
    expect(rows.every(({ status }) => status === 'done')).toBe(true);
    expect(new Set(idsOf(rows)).size).toBe(rows.length);
    const bayes = rows.filter(({ name }) => name === 'GaussianNB');
    expect(bayes).toHaveLength(2);
    expect(Math.abs((bayes[0]?.mean_accuracy ?? 0) - (bayes[1]?.mean_accuracy ?? 1))).toBeLessThan(0.001);
    expect((await readResults(out)).rows).toEqual(expect.arrayContaining([...rows]));

    const events: number[] = [];
    const again = await runBenchmark({ ...tinyRun(out), onProgress: ({ done }) => events.push(done) });
    expect(again).toEqual(rows);
    expect(events).toEqual([]);
  });

  it('goes on after kill -9 without doing a job twice or losing a row', async () => {
    await runAndKillAt(2);
    const early = await readFile(out, 'utf8');
    await writeFile(out, early.slice(0, -20));
    await runAndKillAt(5);
    const late = await readFile(out, 'utf8');
    const rows = await runBenchmark(tinyRun(out));

    const lines = (await readFile(out, 'utf8')).trimEnd().split('\n');
    const ids = lines.map((line) => (JSON.parse(line) as ResultRow).job?.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(ids)).toEqual(new Set(idsOf(rows)));
    expect(lines.join('\n').startsWith(late.trimEnd())).toBe(true);
    expect(await readFile(`${out}.torn`, 'utf8')).toBe(early.slice(0, -20));

    const events: number[] = [];
    await runBenchmark({ ...tinyRun(out), onProgress: ({ done }) => events.push(done) });
    expect(events).toEqual([]);
  });

  it('marks what does not end well, and goes on', async () => {
    const rows = await runBenchmark({
      ...tinyRun(out),
      repeats: 1,
      timeLimit: 0.3,
      configurations: [
        configuration('GradientBoostingClassifier', { n_estimators: 1_000_000, max_depth: 3 }),
        configuration('LinearSVC', { multi_class: 'ovr', penalty: 'l1', loss: 'hinge' }),
        configuration('Oracle'),
        configuration('GaussianNB'),
      ],
    });
    expect(rows.map(({ status }) => status)).toEqual(['timed-out', 'invalid', 'invalid', 'done']);
    expect(rows[0]?.reason).toContain('expected at most 0.3 s');
    expect((await readResults(out)).rows).toHaveLength(4);
  });

  it('locks out a second runner, and leaves a valid file when it is aborted', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    let second: Promise<unknown> | undefined;
    const first = runBenchmark({
      ...tinyRun(out),
      signal: controller.signal,
      onProgress({ done }) {
        second ??= runBenchmark(tinyRun(out)).catch((error: unknown) => error);
        if (done === 1) controller.abort(reason);
      },
    });
    await expect(first).rejects.toBe(reason);
    await expect(second).resolves.toMatchObject({ code: 'E_LOCKED' });
    const { rows, problems } = await readResults(out);
    expect(rows).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  it('refuses jobs that need more memory than it may take, without a process', async () => {
    const rows = await runBenchmark({ ...tinyRun(out), memoryLimit: 1 });
    expect(rows.map(({ status }) => status)).toEqual(['refused', 'refused', 'refused']);
  });

  it('does jobs again whose rows have a status that is to be redone', async () => {
    const run = { ...tinyRun(out), repeats: 1, configurations: [configuration('GaussianNB')] };
    await runBenchmark({ ...run, memoryLimit: 1 });
    expect(await runBenchmark(run)).toMatchObject([{ status: 'refused' }]);
    expect(await runBenchmark({ ...run, redo: ['refused'] })).toMatchObject([{ status: 'done' }]);
  });

  it('does the configurations that pass a filter', async () => {
    const rows = await runBenchmark({
      ...tinyRun(out),
      memoryLimit: 1,
      filter: ({ name }) => name.includes('Tree'),
    });
    expect(rows.map(({ name }) => name)).toEqual(['ExtraTreeClassifier', 'DecisionTreeClassifier']);
  });

  it.each([
    ['workers', { workers: 0 }],
    ['threads', { threads: 0.5 }],
    ['timeLimit', { timeLimit: 0 }],
    ['memoryLimit', { memoryLimit: Number.NaN }],
    ['repeats', { repeats: 0 }],
    ['seed', { seed: -1 }],
    ['samples', { samples: { train: 0, test: null } }],
  ])('refuses a value of %s that is out of range, and writes nothing', async (name, options) => {
    await expect(runBenchmark({ ...tinyRun(out), ...options })).rejects.toMatchObject({
      code: 'E_OPTION',
      message: expect.stringContaining(name),
    });
    await expect(readFile(out)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('does not begin when it is aborted before', async () => {
    const reason = new Error('never');
    await expect(runBenchmark({ ...tinyRun(out), signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    await expect(readFile(out)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
