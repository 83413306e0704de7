import { ndArray, type ProgressEvent } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import { createInlinePool } from '../pool/inline-pool.ts';
import type { Samples } from '../samples.ts';
import { expectSameOnEveryPool } from '../testing/on-every-pool.ts';
import { randomBytes, randomFloats } from '../testing/random-samples.ts';
import { covariance } from './covariance.ts';

function naive({ data, shape: [rows = 0, size = 0] }: Samples): { mean: number[]; covariance: number[] } {
  const columns = Array.from({ length: size }, (_, j) => [...data].filter((__, at) => at % size === j));
  const mean = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / rows);
  const entry = (i: number, j: number) =>
    columns[i]!.reduce((sum, x, row) => sum + (x - mean[i]!) * (columns[j]![row]! - mean[j]!), 0) /
    (rows - 1);
  return { mean, covariance: mean.flatMap((_, i) => mean.map((__, j) => entry(i, j))) };
}

describe('covariance', () => {
  it.each([
    { what: 'bytes', samples: randomBytes(700, 5, 1) },
    { what: 'an odd number of features', samples: randomBytes(33, 7, 2) },
    { what: 'more features than a vector holds', samples: randomBytes(1025, 23, 8) },
    { what: 'one feature', samples: randomBytes(9, 1, 3) },
    { what: 'two samples', samples: randomFloats(2, 6, 4) },
    { what: 'floats far from zero', samples: randomFloats(600, 6, 5, 10_000) },
    { what: 'an odd number of floats', samples: randomFloats(515, 9, 6) },
  ])('agrees with the definition for $what', async ({ samples }) => {
    const result = await covariance(samples);
    const expected = naive(samples);
    expected.mean.forEach((value, i) => expect(result.mean[i]).toBeCloseTo(value, 7));
    expected.covariance.forEach((value, i) => expect(result.covariance.data[i]).toBeCloseTo(value, 6));
  });

  it('is exact for more white pixels than 32 bits can sum', async () => {
    const sampleCount = 70_000;
    const data = new Uint8Array(sampleCount * 2).fill(255);
    data.fill(0, 0, sampleCount);
    const { mean, covariance: matrix } = await covariance(ndArray(data, [sampleCount, 2]));
    const variance = (255 ** 2 / 4) * (sampleCount / (sampleCount - 1));
    expect([...mean]).toEqual([127.5, 127.5]);
    matrix.data.forEach((value) => expect(value).toBeCloseTo(variance, 9));
  });

  it.each([
    { what: 'bytes', samples: randomBytes(9000, 61, 7) },
    { what: 'floats', samples: randomFloats(3000, 61, 7, 5) },
  ])('gives the same bytes on every pool for $what', async ({ samples }) => {
    await expectSameOnEveryPool((pool) => covariance(samples, { pool }));
  });

  it('tells how many samples are done', async () => {
    const events: ProgressEvent[] = [];
    await covariance(randomBytes(300, 2000, 1), { onProgress: (event) => events.push(event) });
    expect(events.at(-1)).toEqual({ stage: 'covariance', completed: 300, total: 300, unit: 'samples' });
  });

  it('refuses a single sample', async () => {
    await expect(covariance(randomBytes(1, 3, 1))).rejects.toMatchObject({ code: 'E_COUNT' });
  });

  it('stops when aborted, and gives all memory back', async () => {
    const pool = await createInlinePool();
    const signal = AbortSignal.abort(new Error('stop'));
    await expect(covariance(ndArray(new Uint8Array(40), [10, 4]), { signal, pool })).rejects.toThrow('stop');
    expect(pool.allocatedBytes).toBe(0);
  });
});
