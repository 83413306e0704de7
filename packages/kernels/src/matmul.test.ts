import { createRng, ndArray } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matmul } from './matmul.ts';

const sizes = fc.integer({ min: 0, max: 9 });

function randomMatrix(rows: number, columns: number, seed: number) {
  const rng = createRng(seed);
  return ndArray(
    Float32Array.from({ length: rows * columns }, () => rng.nextNormal()),
    [rows, columns],
  );
}

describe('matmul', () => {
  it('is the textbook product, rounded once, for every size from 0 on', () => {
    fc.assert(
      fc.property(sizes, sizes, sizes, fc.nat(), (rows, inner, columns, seed) => {
        const a = randomMatrix(rows, inner, seed);
        const b = randomMatrix(inner, columns, seed + 1);
        const product = matmul(a, b);
        expect(product.shape).toEqual([rows, columns]);
        for (let row = 0; row < rows; row++) {
          for (let column = 0; column < columns; column++) {
            let sum = 0;
            for (let k = 0; k < inner; k++) sum += a.data[row * inner + k]! * b.data[k * columns + column]!;
            expect(product.data[row * columns + column]).toBe(Math.fround(sum));
          }
        }
      }),
    );
  });

  it('multiplies more rows than one block holds', () => {
    const a = randomMatrix(131, 3, 1);
    const identity = ndArray(Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1), [3, 3]);
    expect(matmul(a, identity).data).toEqual(a.data);
  });

  it('refuses inner sizes that differ, and what is not a matrix', () => {
    expect(() => matmul(randomMatrix(2, 3, 1), randomMatrix(2, 3, 1))).toThrowError(
      expect.objectContaining({ code: 'E_SHAPE' }),
    );
    expect(() => matmul(ndArray(new Float32Array(2), [2]), randomMatrix(2, 3, 1))).toThrow(
      /expected a to be a matrix/,
    );
  });
});
