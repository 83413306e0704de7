import { expect, it } from 'vitest';
import { dueJobs } from '../../jobs/due-jobs.ts';
import type { Job } from '../../jobs/job.ts';
import { planJobs } from '../../jobs/plan-jobs.ts';
import type { ResultRow } from '../../results/result-row.ts';
import { anyDoneRow } from '../../results/testing/rows.ts';
import { plannedJobs } from './planned-jobs.ts';

const configurations = await planJobs(
  [1, 2, 3].map((depth) => ({
    name: 'DecisionTreeClassifier',
    parameter: { max_depth: depth },
    defaults: {},
  })),
  { dataset: { name: 'tiny', sha256: 'd'.repeat(64) } },
);

const planned = configurations.flatMap(({ jobs }) => jobs);

/** The deeper the tree, the more its scores spread: those of the first do not differ. */
function rowOf(job: Job): ResultRow {
  return anyDoneRow(job, 0.5 + 0.001 * job.repeat * (Number(job.parameter['max_depth']) - 1));
}

it('names the same jobs as a look at all rows, step by step', () => {
  const rows: ResultRow[] = [];
  const source = plannedJobs(configurations, []);
  const due = [...source.begin()];
  expect(due).toEqual(dueJobs(configurations, []));
  for (let job = due.shift(); job !== undefined; job = due.shift()) {
    const row = rowOf(job);
    rows.push(row);
    const waiting = new Set(due.map(({ id }) => id));
    due.push(...source.after(row).filter(({ id }) => !waiting.has(id)));
    expect(new Set(due)).toEqual(new Set(dueJobs(configurations, rows)));
  }
  expect(rows).toHaveLength(2 + 5 + 5);
});

it('does not name what was done before', () => {
  const [first, second] = planned as [Job, Job];
  const source = plannedJobs(configurations, [rowOf(first)]);
  expect(source.begin()).toContainEqual(second);
  expect(source.begin()).not.toContainEqual(first);
  expect(plannedJobs(configurations, planned.map(rowOf)).begin()).toEqual([]);
});

it('does not mind rows of other jobs', () => {
  const [first] = planned as [Job];
  const stranger = anyDoneRow({ ...first, id: 'f'.repeat(64) });
  const source = plannedJobs(configurations, [stranger, { ...stranger, job: null }]);
  expect(source.begin()).toHaveLength(3);
  expect(source.after(stranger)).toEqual([]);
});
