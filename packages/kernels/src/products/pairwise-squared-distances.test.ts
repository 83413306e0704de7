import { ndArray } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createInlinePool } from '../pool/inline-pool.ts';
import type { Samples } from '../samples.ts';
import { expectSameOnEveryPool } from '../testing/on-every-pool.ts';
import { randomBytes, randomFloats } from '../testing/random-samples.ts';
import { pairwiseSquaredDistances } from './pairwise-squared-distances.ts';

function naive(a: Samples, b: Samples): number[] {
  const width = a.shape[1] ?? 0;
  const rows = (x: Samples) =>
    Array.from({ length: x.shape[0] ?? 0 }, (_, row) => [...x.data.subarray(row * width, (row + 1) * width)]);
  return rows(a).flatMap((p) =>
    rows(b).map((q) => p.reduce((sum, value, i) => sum + (value - (q[i] ?? 0)) ** 2, 0)),
  );
}

describe('pairwiseSquaredDistances', () => {
  it('is exact for bytes of every size', async () => {
    const pool = await createInlinePool();
    const count = fc.integer({ min: 0, max: 9 });
    await fc.assert(
      fc.asyncProperty(
        count,
        count,
        fc.integer({ min: 1, max: 300 }),
        fc.nat(),
        async (rows, columns, features, seed) => {
          const a = randomBytes(rows, features, seed);
          const b = randomBytes(columns, features, seed + 1);
          const { data, shape } = await pairwiseSquaredDistances(a, b, { pool });
          expect(shape).toEqual([rows, columns]);
          expect([...data]).toEqual(naive(a, b));
        },
      ),
    );
    expect(pool.allocatedBytes).toBe(0);
  });

  it('is exact for the longest rows of extreme bytes', async () => {
    const white = ndArray(new Uint8Array(40_000).fill(255), [1, 40_000]);
    const black = ndArray(new Uint8Array(40_000), [1, 40_000]);
    expect([...(await pairwiseSquaredDistances(white, black)).data]).toEqual([255 ** 2 * 40_000]);
  });

  it('keeps small distances between floats far from zero', async () => {
    const a = ndArray(Float32Array.of(1000, 1000.5), [2, 1]);
    expect([...(await pairwiseSquaredDistances(a, a)).data]).toEqual([0, 0.25, 0.25, 0]);
  });

  it('compares bytes with floats', async () => {
    const a = randomBytes(3, 7, 1);
    const b = randomFloats(5, 7, 2);
    const { data } = await pairwiseSquaredDistances(a, b);
    naive(a, b).forEach((expected, i) => expect(data[i]).toBeCloseTo(expected, 6));
  });

  it('compares more rows than are sent at once', async () => {
    const [a, b] = [randomBytes(100, 2, 1), randomBytes(6000, 2, 2)];
    expect([...(await pairwiseSquaredDistances(a, b)).data]).toEqual(naive(a, b));
  });

  it.each([
    { what: 'bytes', of: randomBytes },
    { what: 'floats', of: randomFloats },
  ])('gives the same bytes on every pool for $what', async ({ of }) => {
    const [a, b] = [of(130, 300, 1), of(70, 300, 2)];
    await expectSameOnEveryPool((pool) => pairwiseSquaredDistances(a, b, { pool }));
  });

  it('refuses numbers of features that differ, and values that are not finite', async () => {
    await expect(pairwiseSquaredDistances(randomBytes(2, 3, 1), randomBytes(2, 4, 1))).rejects.toThrow(
      /3 features as a, got 4/,
    );
    const broken = ndArray(Float32Array.of(1, Number.NaN), [1, 2]);
    await expect(pairwiseSquaredDistances(broken, broken)).rejects.toMatchObject({ code: 'E_NOT_FINITE' });
  });
});
