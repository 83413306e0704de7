import { describe, expect, it } from 'vitest';
import { createJob } from './create-job.ts';
import { expectedCost } from './expected-cost.ts';
import type { JobDescription } from './job.ts';
import { learnCosts } from './learn-costs.ts';
import { DESCRIPTION, type RowFacts, rowOf } from './testing.ts';

const jobOf = (change: Partial<JobDescription> = {}) => createJob({ ...DESCRIPTION, ...change });
const deeper = { parameter: { ...DESCRIPTION.parameter, max_depth: 50 } };
const otherFamily = { name: 'GaussianNB', parameter: {} };

/** The row of a job that took so many times what was expected. */
async function missedBy(factor: number, change: Partial<JobDescription> = {}, facts: RowFacts = {}) {
  const job = await jobOf(change);
  const { seconds, bytes } = expectedCost(job);
  return rowOf(job, { seconds: factor * seconds, peakBytes: factor * bytes, ...facts });
}

describe('learnCosts', () => {
  it('expects what is expected without any experience', async () => {
    expect(learnCosts([])(DESCRIPTION)).toEqual(expectedCost(DESCRIPTION));
    const notDone = await missedBy(100, {}, { status: 'timed-out' });
    expect(learnCosts([notDone])(DESCRIPTION)).toEqual(expectedCost(DESCRIPTION));
    const original = { ...(await missedBy(100)), job: null, provenance: null };
    expect(learnCosts([original])(DESCRIPTION)).toEqual(expectedCost(DESCRIPTION));
  });

  it.each([
    { of: 'the same configuration', change: {} },
    { of: 'the same classifier', change: deeper },
    { of: 'the same machine', change: otherFamily },
  ])('scales seconds by the mean factor of $of', async ({ change }) => {
    const rows = [await missedBy(2, change), await missedBy(8, { ...change, repeat: 1 })];
    expect(learnCosts(rows)(DESCRIPTION).seconds).toBeCloseTo(4 * expectedCost(DESCRIPTION).seconds, 10);
  });

  it('trusts the nearest experience', async () => {
    const rows = [await missedBy(2), await missedBy(10, deeper), await missedBy(50, otherFamily)];
    const costs = learnCosts(rows);
    expect(costs(DESCRIPTION).seconds).toBeCloseTo(2 * expectedCost(DESCRIPTION).seconds, 10);
    const other = { ...DESCRIPTION, parameter: { max_depth: 3 } };
    expect(costs(other).seconds).toBeCloseTo(Math.sqrt(20) * expectedCost(other).seconds, 10);
  });

  it('carries over to other numbers of samples', async () => {
    const rows = [await missedBy(3, { samples: { train: 6000, test: null } })];
    expect(learnCosts(rows)(DESCRIPTION).seconds).toBeCloseTo(3 * expectedCost(DESCRIPTION).seconds, 10);
  });

  it('expects as much memory as was ever needed, and no less than usual of what it has not seen', async () => {
    const { bytes } = expectedCost(DESCRIPTION);
    const bytesAfter = async (...rows: Parameters<typeof missedBy>[]) =>
      learnCosts(await Promise.all(rows.map((row) => missedBy(...row))))(DESCRIPTION).bytes / bytes;
    expect(await bytesAfter([0.5], [0.75, { repeat: 1 }])).toBeCloseTo(0.75, 10);
    expect(await bytesAfter([3, deeper], [2, { ...deeper, repeat: 1 }])).toBeCloseTo(3, 10);
    expect(await bytesAfter([0.5, deeper])).toBeCloseTo(1, 10);
    expect(await bytesAfter([5, otherFamily])).toBeCloseTo(1, 10);
  });
});
