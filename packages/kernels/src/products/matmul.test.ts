import { createRng, ndArray } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createInlinePool } from '../pool/inline-pool.ts';
import { expectSameOnEveryPool } from '../testing/on-every-pool.ts';
import { matmul } from './matmul.ts';

const sizes = fc.integer({ min: 0, max: 19 });

function randomMatrix(rows: number, columns: number, seed: number) {
  const rng = createRng(seed);
  return ndArray(
    Float32Array.from({ length: rows * columns }, () => rng.nextNormal()),
    [rows, columns],
  );
}

describe('matmul', () => {
  it('is the textbook product, rounded at every step, for every size from 0 on', async () => {
    const pool = await createInlinePool();
    await fc.assert(
      fc.asyncProperty(sizes, sizes, sizes, fc.nat(), async (rows, inner, columns, seed) => {
        const a = randomMatrix(rows, inner, seed);
        const b = randomMatrix(inner, columns, seed + 1);
        const product = await matmul(a, b, { pool });
        expect(product.shape).toEqual([rows, columns]);
        for (let row = 0; row < rows; row++) {
          for (let column = 0; column < columns; column++) {
            let sum = 0;
            for (let k = 0; k < inner; k++) {
              const term = Math.fround(a.data[row * inner + k]! * b.data[k * columns + column]!);
              sum = Math.fround(sum + term);
            }
            expect(product.data[row * columns + column]).toBeCloseTo(sum, 12);
          }
        }
      }),
    );
    expect(pool.allocatedBytes).toBe(0);
  });

  it('multiplies more rows than are sent at once', async () => {
    const a = randomMatrix(300_001, 3, 1);
    const identity = ndArray(Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1), [3, 3]);
    expect((await matmul(a, identity)).data).toEqual(a.data);
  });

  it('stays near the sum in float64 over long rows', async () => {
    const [a, b] = [randomMatrix(3, 20_000, 1), randomMatrix(20_000, 2, 2)];
    const { data } = await matmul(a, b);
    data.forEach((value, at) => {
      let sum = 0;
      for (let k = 0; k < 20_000; k++)
        sum += a.data[Math.floor(at / 2) * 20_000 + k]! * b.data[2 * k + (at % 2)]!;
      // Rounding 512 terms of size 1 in a run: about 512 · 2^-24 at worst in a run, 40 runs.
      expect(Math.abs(value - sum)).toBeLessThan(1e-3);
    });
  });

  it('gives the same bytes on every pool', async () => {
    const [a, b] = [randomMatrix(333, 700, 1), randomMatrix(700, 41, 2)];
    await expectSameOnEveryPool((pool) => matmul(a, b, { pool }));
  });

  it('refuses inner sizes that differ, and what is not a matrix', async () => {
    await expect(matmul(randomMatrix(2, 3, 1), randomMatrix(2, 3, 1))).rejects.toMatchObject({
      code: 'E_SHAPE',
    });
    await expect(matmul(ndArray(new Float32Array(2), [2]), randomMatrix(2, 3, 1))).rejects.toThrow(
      /expected a to be a matrix/,
    );
  });

  it('stops when aborted, and gives all memory back', async () => {
    const pool = await createInlinePool();
    const signal = AbortSignal.abort(new Error('stop'));
    await expect(matmul(randomMatrix(9, 9, 1), randomMatrix(9, 9, 2), { pool, signal })).rejects.toThrow(
      'stop',
    );
    expect(pool.allocatedBytes).toBe(0);
  });
});
