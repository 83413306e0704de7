import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { planJobs } from './plan-jobs.ts';
import { jobsOf, repeatsOf, SETTINGS, treesOf } from './testing.ts';

describe('planJobs', () => {
  it('has all repeats of all configurations, each with an id of its own', async () => {
    const planned = await planJobs(treesOf(3, 5), { ...SETTINGS, repeats: 3 });
    expect(planned.map(({ name, parameter, defaults }) => ({ name, parameter, defaults }))).toEqual(
      treesOf(3, 5),
    );
    const jobs = jobsOf(planned);
    expect(repeatsOf(jobs)).toEqual(['3/0', '3/1', '3/2', '5/0', '5/1', '5/2']);
    expect(new Set(jobs.map(({ id }) => id)).size).toBe(6);
    expect(jobs[0]).toMatchObject({ samples: { train: null, test: null }, preprocessing: 'standard' });
  });

  it('is about this version of the package, unless another one is named', async () => {
    const { packageVersion: _, ...rest } = SETTINGS;
    const [job] = jobsOf(await planJobs(treesOf(3), rest));
    expect(job?.packageVersion).toBe(manifest.version);
    const [other] = jobsOf(await planJobs(treesOf(3), { ...rest, packageVersion: '9.9.9' }));
    expect(other?.packageVersion).toBe('9.9.9');
  });

  it('is the same plan each time, and another one with another seed', async () => {
    const idsWith = async (seed?: number) =>
      jobsOf(await planJobs(treesOf(3), { ...SETTINGS, seed })).map(({ id }) => id);
    expect(await idsWith()).toEqual(await idsWith(0));
    const [zero, one] = [await idsWith(0), await idsWith(1)];
    expect(zero.filter((id) => one.includes(id))).toEqual([]);
  });

  it('shuffles alike for all configurations, and anew in every repeat, however many there may be', async () => {
    const jobs = jobsOf(await planJobs(treesOf(3, 5), { ...SETTINGS, seed: 7 }));
    const seedsOf = (depth: number) =>
      jobs.filter(({ parameter }) => parameter['max_depth'] === depth).map(({ seed }) => seed);
    expect(seedsOf(3)).toEqual(seedsOf(5));
    expect(new Set(seedsOf(3)).size).toBe(5);
    expect(jobs.every(({ seed }) => Number.isSafeInteger(seed) && seed >= 0)).toBe(true);
    const two = jobsOf(await planJobs(treesOf(3), { ...SETTINGS, seed: 7, repeats: 2 }));
    expect(two.map(({ id }) => id)).toEqual(jobs.slice(0, 2).map(({ id }) => id));
  });

  it.each([
    { repeats: 0 },
    { repeats: 1.5 },
    { seed: -1 },
    { seed: 2 ** 53 },
    { samples: { train: 0, test: null } },
  ])('refuses %j', async (wrong) => {
    await expect(planJobs(treesOf(3), { ...SETTINGS, ...wrong })).rejects.toThrow(
      expect.objectContaining({ code: 'E_OPTION' }),
    );
  });
});
