import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyJob } from '../../results/testing/rows.ts';
import { type PendingJob, PendingJobs } from './pending-jobs.ts';

const pendingJob = (seconds: number, bytes: number, number = 0): PendingJob => ({
  job: anyJob(number),
  seconds,
  bytes,
  crashes: 0,
  failures: 0,
});

it('has nothing when nothing was added', () => {
  expect(new PendingJobs().takeLongest(Infinity)).toBeUndefined();
});

it('gives each job once, the longest first', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(1e9))), (costs) => {
      const pending = new PendingJobs();
      for (const [number, [seconds, bytes]] of costs.entries())
        pending.add(pendingJob(seconds, bytes, number));
      expect(pending.size).toBe(costs.length);
      const taken = costs.map(() => pending.takeLongest(Infinity));
      expect(new Set(taken.map((one) => one?.job.id)).size).toBe(costs.length);
      const seconds = taken.map((one) => one?.seconds ?? Number.NaN);
      expect(seconds).toEqual(seconds.toSorted((a, b) => b - a));
      expect(pending.size).toBe(0);
    }),
  );
});

it('passes over jobs that do not fit', () => {
  const pending = new PendingJobs();
  for (const [seconds, bytes] of [
    [3, 300],
    [2, 200],
    [1, 100],
  ] as const)
    pending.add(pendingJob(seconds, bytes));
  expect(pending.takeLongest(250)?.seconds).toBe(2);
  expect(pending.takeLongest(250)?.seconds).toBe(1);
  expect(pending.takeLongest(250)).toBeUndefined();
  expect(pending.takeLongest(300)?.seconds).toBe(3);
});

it('never gives a job that does not fit', () => {
  const pending = new PendingJobs();
  for (let bytes = 900; bytes < 1100; bytes++) pending.add(pendingJob(bytes, bytes, bytes));
  for (let next = pending.takeLongest(1000); next !== undefined; next = pending.takeLongest(1000))
    expect(next.bytes).toBeLessThanOrEqual(1000);
});
