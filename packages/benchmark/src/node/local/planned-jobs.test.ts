import { expect, it } from 'vitest';
import { dueJobs } from '../../jobs/due-jobs.ts';
import { planJobs } from '../../jobs/plan-jobs.ts';
import type { ResultRow } from '../../results/result-row.ts';
import { anyDoneRow } from '../../results/testing/rows.ts';
import { plannedJobs } from './planned-jobs.ts';

const planned = await planJobs(
  [1, 2, 3].map((depth) => ({
    name: 'DecisionTreeClassifier',
    parameter: { max_depth: depth },
    defaults: {},
  })),
  { dataset: { name: 'tiny', sha256: 'd'.repeat(64) }, packageVersion: '0.0.0' },
);

/** The deeper the tree, the more its scores spread: those of the first do not differ. */
function rowOf(job: (typeof planned)[number]): ResultRow {
  return anyDoneRow(job, 0.5 + 0.001 * job.repeat * (Number(job.parameter['max_depth']) - 1));
}

it('names the same jobs as a look at all rows, step by step', () => {
  const rows: ResultRow[] = [];
  const source = plannedJobs(planned, []);
  const due = [...source.begin()];
  expect(due).toEqual(dueJobs(planned, []));
  for (let job = due.shift(); job !== undefined; job = due.shift()) {
    const row = rowOf(job);
    rows.push(row);
    const waiting = new Set(due.map(({ id }) => id));
    due.push(...source.after(row).filter(({ id }) => !waiting.has(id)));
    expect(new Set(due)).toEqual(new Set(dueJobs(planned, rows)));
  }
  expect(rows).toHaveLength(2 + 5 + 5);
});

it('does not name what was done before', () => {
  const [first, second] = planned as [(typeof planned)[number], (typeof planned)[number]];
  const source = plannedJobs(planned, [rowOf(first)]);
  expect(source.begin()).toContainEqual(second);
  expect(source.begin()).not.toContainEqual(first);
  expect(plannedJobs(planned, planned.map(rowOf)).begin()).toEqual([]);
});

it('does not mind rows of other jobs', () => {
  const [first] = planned as [(typeof planned)[number]];
  const stranger = anyDoneRow({ ...first, id: 'f'.repeat(64) });
  const source = plannedJobs(planned, [stranger, { ...stranger, job: null }]);
  expect(source.begin()).toHaveLength(3);
  expect(source.after(stranger)).toEqual([]);
});
