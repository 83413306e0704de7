import { ndArray } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import { covariance } from './covariance.ts';
import type { Samples } from './samples.ts';
import { randomBytes, randomFloats } from './testing/random-samples.ts';

function naive({ data, shape: [rows = 0, columns = 0] }: Samples): { mean: number[]; covariance: number[] } {
  const column = (j: number) => Array.from({ length: rows }, (_, row) => data[row * columns + j]!);
  const mean = Array.from(
    { length: columns },
    (_, j) => column(j).reduce((sum, value) => sum + value, 0) / rows,
  );
  const entry = (i: number, j: number) =>
    column(i).reduce((sum, value, row) => sum + (value - mean[i]!) * (column(j)[row]! - mean[j]!), 0) /
    (rows - 1);
  return { mean, covariance: mean.flatMap((_, i) => mean.map((__, j) => entry(i, j))) };
}

describe('covariance', () => {
  it.each([
    { what: 'bytes', samples: randomBytes(700, 5, 1) },
    { what: 'an odd number of features', samples: randomBytes(33, 7, 2) },
    { what: 'one feature', samples: randomBytes(9, 1, 3) },
    { what: 'two samples', samples: randomFloats(2, 6, 4) },
    { what: 'floats far from zero', samples: randomFloats(600, 6, 5, 10_000) },
  ])('agrees with the definition for $what', async ({ samples }) => {
    const result = await covariance(samples);
    const expected = naive(samples);
    expected.mean.forEach((value, i) => expect(result.mean[i]).toBeCloseTo(value, 7));
    expected.covariance.forEach((value, i) => expect(result.covariance.data[i]).toBeCloseTo(value, 6));
  });

  it('refuses a single sample', async () => {
    await expect(covariance(randomBytes(1, 3, 1))).rejects.toMatchObject({ code: 'E_COUNT' });
  });

  it('stops when aborted', async () => {
    const signal = AbortSignal.abort(new Error('stop'));
    await expect(covariance(ndArray(new Uint8Array(40), [10, 4]), { signal })).rejects.toThrow('stop');
  });
});
