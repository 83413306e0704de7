import { describe, expect, it } from 'vitest';
import { planJobs } from './plan-jobs.ts';
import { rowOf, SETTINGS, treesOf } from './testing.ts';
import { workLeft } from './work-left.ts';

/** Every job takes one second. */
const costs = () => ({ seconds: 1, bytes: 1 });
const scored = (...scores: readonly number[]) => scores.map((score) => ({ score }));

describe('workLeft', () => {
  it.each([
    ['at the beginning', [], { least: 2, most: 5 }],
    ['after the first repeat', scored(0.8), { least: 1, most: 4 }],
    ['after two that agree', scored(0.8, 0.8), { least: 0, most: 0 }],
    ['after two that differ', scored(0.8, 0.7), { least: 3, most: 3 }],
    ['near the end', scored(0.8, 0.7, 0.8, 0.8), { least: 1, most: 1 }],
    ['after a first one that failed', [{ status: 'failed' as const }], { least: 0, most: 0 }],
    [
      'after a second one that failed',
      [{ score: 0.8 }, { status: 'failed' as const }],
      { least: 0, most: 0 },
    ],
  ])('%s', async (_, facts, expected) => {
    const planned = await planJobs(treesOf(3), SETTINGS);
    const rows = planned
      .flatMap(({ jobs }) => jobs.slice(0, facts.length))
      .map((job, repeat) => rowOf(job, facts[repeat]));
    expect(workLeft(planned, rows, costs)).toEqual(expected);
  });

  it('adds up over configurations', async () => {
    const planned = await planJobs(treesOf(3, 5), SETTINGS);
    const first = planned.slice(1).flatMap(({ jobs }) => jobs.slice(0, 1));
    const rows = first.map((job) => rowOf(job));
    expect(workLeft(planned, rows, costs)).toEqual({ least: 3, most: 9 });
  });
});
