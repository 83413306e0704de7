import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GridConfiguration } from '../configuration.ts';
import type { ResultRow } from '../results/result-row.ts';
import type { Job } from './job.ts';
import { dueJobs, planJobs, type RunSettings } from './plan-jobs.ts';
import { neededRepeats, type RepeatOutcome } from './repeats.ts';
import { rowOf } from './testing.ts';

const settings: RunSettings = {
  dataset: { name: 'fashion-mnist', sha256: '0'.repeat(64) },
  packageVersion: '0.1.0',
};
const treesOf = (...depths: readonly number[]): readonly GridConfiguration[] =>
  depths.map((depth) => ({ name: 'DecisionTreeClassifier', parameter: { max_depth: depth }, defaults: {} }));
const repeatsOf = (jobs: readonly Job[]) =>
  jobs.map(({ parameter, repeat }) => `${parameter['max_depth']}/${repeat}`);
const done = (repeat: number, score: number): RepeatOutcome => ({ repeat, status: 'done', score });

describe('neededRepeats', () => {
  it.each<[string, readonly RepeatOutcome[], number, readonly number[]]>([
    ['begins with one', [], 5, [0]],
    ['makes sure of the first', [done(0, 0.8)], 5, [0, 1]],
    ['stops when two agree', [done(0, 0.8), done(1, 0.8009)], 5, [0, 1]],
    ['goes on when two differ', [done(0, 0.8), done(1, 0.8011)], 5, [0, 1, 2, 3, 4]],
    ['goes on when two differ, downwards', [done(0, 0.8), done(1, 0.79)], 5, [0, 1, 2, 3, 4]],
    ['does not mind later scores', [done(0, 0.8), done(1, 0.79), done(2, 0.8)], 5, [0, 1, 2, 3, 4]],
    ['does not mind the order', [done(2, 0.8), done(1, 0.79), done(0, 0.8)], 5, [0, 1, 2, 3, 4]],
    ['has one if one is wanted', [done(0, 0.8)], 1, [0]],
    ['has two if two are wanted', [done(0, 0.8), done(1, 0.5)], 2, [0, 1]],
  ])('%s', (_, outcomes, repeats, expected) => {
    expect(neededRepeats(outcomes, repeats)).toEqual(expected);
  });

  it.each(['invalid', 'refused', 'timed-out', 'failed'] as const)('does not repeat what was %s', (status) => {
    const ended = (repeat: number): RepeatOutcome => ({ repeat, status, score: undefined });
    expect(neededRepeats([ended(0)])).toEqual([0]);
    expect(neededRepeats([done(0, 0.8), ended(1)])).toEqual([0, 1]);
  });
});

describe('planJobs', () => {
  it('has all repeats of all configurations, each with an id of its own', async () => {
    const jobs = await planJobs(treesOf(3, 5), { ...settings, repeats: 3 });
    expect(repeatsOf(jobs)).toEqual(['3/0', '3/1', '3/2', '5/0', '5/1', '5/2']);
    expect(new Set(jobs.map(({ id }) => id)).size).toBe(6);
    expect(jobs[0]).toMatchObject({ samples: { train: null, test: null }, preprocessing: 'standard' });
  });

  it('is the same plan each time, and another one with another seed', async () => {
    const idsWith = async (seed?: number) =>
      (await planJobs(treesOf(3), { ...settings, seed })).map(({ id }) => id);
    expect(await idsWith()).toEqual(await idsWith(0));
    const [zero, one] = [await idsWith(0), await idsWith(1)];
    expect(zero.filter((id) => one.includes(id))).toEqual([]);
  });

  it('shuffles alike for all configurations, and anew in every repeat, however many there may be', async () => {
    const jobs = await planJobs(treesOf(3, 5), { ...settings, seed: 7 });
    const seedsOf = (depth: number) =>
      jobs.filter(({ parameter }) => parameter['max_depth'] === depth).map(({ seed }) => seed);
    expect(seedsOf(3)).toEqual(seedsOf(5));
    expect(new Set(seedsOf(3)).size).toBe(5);
    expect(jobs.every(({ seed }) => Number.isSafeInteger(seed) && seed >= 0)).toBe(true);
    const two = await planJobs(treesOf(3), { ...settings, seed: 7, repeats: 2 });
    expect(two.map(({ id }) => id)).toEqual(jobs.slice(0, 2).map(({ id }) => id));
  });

  it.each([
    { repeats: 0 },
    { repeats: 1.5 },
    { seed: -1 },
    { seed: 2 ** 53 },
    { samples: { train: 0, test: null } },
  ])('refuses %j', async (wrong) => {
    await expect(planJobs(treesOf(3), { ...settings, ...wrong })).rejects.toThrow(
      expect.objectContaining({ code: 'E_OPTION' }),
    );
  });
});

describe('dueJobs', () => {
  it('leads from repeat to repeat', async () => {
    const planned = await planJobs(treesOf(3, 5, 7), settings);
    expect(repeatsOf(dueJobs(planned, []))).toEqual(['3/0', '5/0', '7/0']);

    const scores: Readonly<Record<string, number>> = { '3/0': 0.8, '3/1': 0.8, '5/0': 0.8, '5/1': 0.7 };
    const rows = planned.flatMap((job) => {
      const score = scores[repeatsOf([job])[0] ?? ''];
      return score === undefined ? [] : [rowOf(job, { score })];
    });
    const refused = planned
      .filter((job) => repeatsOf([job])[0] === '7/0')
      .map((job) => rowOf(job, { status: 'refused' }));
    expect(repeatsOf(dueJobs(planned, [...rows, ...refused]))).toEqual(['5/2', '5/3', '5/4']);
  });

  it('takes no notice of rows of other runs and of files of the original', async () => {
    const planned = await planJobs(treesOf(3), settings);
    const others = (await planJobs(treesOf(3), { ...settings, seed: 1 })).map((job) => rowOf(job));
    const original: readonly ResultRow[] = planned.map((job) => ({
      ...rowOf(job),
      job: null,
      provenance: null,
    }));
    expect(repeatsOf(dueJobs(planned, [...others, ...original]))).toEqual(['3/0']);
  });

  it('does every job once, whatever the scores, in any order, until none is due', async () => {
    const planned = await planJobs(treesOf(3, 5), settings);
    const score = fc.constantFrom(0.7, 0.7005, 0.8);
    fc.assert(
      fc.property(
        fc.array(score, { minLength: 10, maxLength: 10 }),
        fc.infiniteStream(fc.nat()),
        (scores, picks) => {
          const rows: ResultRow[] = [];
          for (;;) {
            const due = dueJobs(planned, rows);
            const [pick] = picks.take(1);
            const next = due[(pick ?? 0) % due.length];
            if (next === undefined) break;
            expect(rows.some(({ job }) => job?.id === next.id)).toBe(false);
            rows.push(rowOf(next, { score: scores[planned.indexOf(next)] }));
          }
          const counts = [planned.slice(0, 5), planned.slice(5)].map(
            (repeats) => repeats.filter(({ id }) => rows.some(({ job }) => job?.id === id)).length,
          );
          const isStable = (first = 0, second = 0) => Math.abs(first - second) < 0.001;
          expect(counts).toEqual([
            isStable(scores[0], scores[1]) ? 2 : 5,
            isStable(scores[5], scores[6]) ? 2 : 5,
          ]);
        },
      ),
    );
  });
});
