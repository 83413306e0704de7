import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { createJob } from './create-job.ts';
import type { JobDescription } from './job.ts';
import { sha256 } from './sha256.ts';
import { DESCRIPTION } from './testing.ts';

describe('sha256', () => {
  // FIPS 180-2, appendix B.
  it.each([
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('of %s', async (text, expected) => {
    expect(await sha256(text)).toBe(expected);
    expect(await sha256(new TextEncoder().encode(text))).toBe(expected);
  });
});

describe('createJob', () => {
  it('has the hash of its description for an id', async () => {
    const job = await createJob(DESCRIPTION);
    expect(job).toEqual({ ...DESCRIPTION, id: await sha256(canonicalJson(DESCRIPTION)) });
  });

  it('does not mind the order of parameters, nor what is not of the description', async () => {
    const { id } = await createJob(DESCRIPTION);
    const parameter = { splitter: 'best', max_depth: 10, criterion: 'gini' };
    expect((await createJob({ ...DESCRIPTION, parameter })).id).toBe(id);
    expect((await createJob({ ...DESCRIPTION, id: 'another', note: 3 } as JobDescription)).id).toBe(id);
  });

  it.each<Partial<JobDescription>>([
    { name: 'ExtraTreeClassifier' },
    { parameter: { criterion: 'gini', max_depth: 50, splitter: 'best' } },
    { defaults: { max_features: 'sqrt' } },
    { dataset: { name: 'fashion-mnist', sha256: '1'.repeat(64) } },
    { dataset: { name: 'mnist', sha256: '0'.repeat(64) } },
    { samples: { train: 100, test: null } },
    { samples: { train: null, test: 100 } },
    { preprocessing: 'none' },
    { repeat: 1 },
    { seed: 2 },
    { packageVersion: '0.1.1' },
  ])('is another job with %j', async (change) => {
    const { id } = await createJob(DESCRIPTION);
    expect((await createJob({ ...DESCRIPTION, ...change })).id).not.toBe(id);
  });

  it('refuses what cannot be hashed', async () => {
    await expect(createJob({ ...DESCRIPTION, parameter: { max_depth: Number.NaN } })).rejects.toThrow(
      expect.objectContaining({ code: 'E_OPTION' }),
    );
  });
});
