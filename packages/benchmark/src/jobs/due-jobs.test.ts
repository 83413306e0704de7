import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ResultRow } from '../results/result-row.ts';
import { dueJobs } from './due-jobs.ts';
import { planJobs } from './plan-jobs.ts';
import { jobsOf, repeatsOf, rowOf, SETTINGS, treesOf } from './testing.ts';

describe('dueJobs', () => {
  it('leads from repeat to repeat', async () => {
    const planned = await planJobs(treesOf(3, 5, 7), SETTINGS);
    expect(repeatsOf(dueJobs(planned, []))).toEqual(['3/0', '5/0', '7/0']);

    const scores: Readonly<Record<string, number>> = { '3/0': 0.8, '3/1': 0.8, '5/0': 0.8, '5/1': 0.7 };
    const rows = jobsOf(planned).flatMap((job) => {
      const score = scores[repeatsOf([job]).join()];
      return score === undefined ? [] : [rowOf(job, { score })];
    });
    const refused = jobsOf(planned.slice(2))
      .slice(0, 1)
      .map((job) => rowOf(job, { status: 'refused' }));
    expect(repeatsOf(dueJobs(planned, [...rows, ...refused]))).toEqual(['5/2', '5/3', '5/4']);
  });

  it('takes no notice of rows of other runs and of files of the original', async () => {
    const planned = await planJobs(treesOf(3), SETTINGS);
    const others = jobsOf(await planJobs(treesOf(3), { ...SETTINGS, seed: 1 })).map((job) => rowOf(job));
    const original: readonly ResultRow[] = jobsOf(planned).map((job) => ({
      ...rowOf(job),
      job: null,
      provenance: null,
    }));
    expect(repeatsOf(dueJobs(planned, [...others, ...original]))).toEqual(['3/0']);
  });

  it('does every job once, whatever the scores, in any order, until none is due', async () => {
    const planned = await planJobs(treesOf(3, 5), SETTINGS);
    const jobs = jobsOf(planned);
    const score = fc.constantFrom(0.7, 0.7005, 0.8);
    const ten = { minLength: 10, maxLength: 10 };
    fc.assert(
      fc.property(fc.array(score, ten), fc.array(fc.nat(), ten), (scores, picks) => {
        const rows: ResultRow[] = [];
        for (const pick of picks) {
          const due = dueJobs(planned, rows);
          const next = due[pick % due.length];
          if (next === undefined) break;
          expect(rows.some(({ job }) => job?.id === next.id)).toBe(false);
          rows.push(rowOf(next, { score: scores[jobs.indexOf(next)] }));
        }
        expect(dueJobs(planned, rows)).toEqual([]);
        const isStable = (first = 0, second = 0) => Math.abs(first - second) < 0.001;
        const expected = [isStable(scores[0], scores[1]), isStable(scores[5], scores[6])];
        expect(
          planned.map((each) => each.jobs.filter(({ id }) => rows.some(({ job }) => job?.id === id)).length),
        ).toEqual(expected.map((stable) => (stable ? 2 : 5)));
      }),
    );
  });
});
