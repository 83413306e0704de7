import { createRng } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import { createInlinePool } from '../pool/inline-pool.ts';
import { filterDegree } from './chebyshev-filter.ts';
import { dominantSubspace } from './dominant-subspace.ts';
import { leadingEigenpairs } from './leading-eigenpairs.ts';

/** A reflected diagonal: `H D H` with `H = 1 - 2 u u'` has the eigenvalues of `D`, and the columns of `H` as vectors. */
function withSpectrum(values: readonly number[]): { matrix: Float64Array; vectors: Float64Array } {
  const size = values.length;
  const rng = createRng(4);
  const direction = Float64Array.from({ length: size }, () => rng.nextNormal());
  const squares = direction.reduce((sum, value) => sum + value * value, 0);
  const vectors = Float64Array.from({ length: size * size }, (_, at) => {
    const [i, j] = [Math.floor(at / size), at % size];
    return (i === j ? 1 : 0) - (2 * direction[i]! * direction[j]!) / squares;
  });
  const matrix = Float64Array.from({ length: size * size }, (_, at) => {
    const [i, j] = [Math.floor(at / size), at % size];
    return values.reduce((sum, value, k) => sum + value * vectors[k * size + i]! * vectors[k * size + j]!, 0);
  });
  return { matrix, vectors };
}

async function inPool<T>(
  matrix: Float64Array,
  work: (pool: Awaited<ReturnType<typeof createInlinePool>>, pointer: number) => Promise<T>,
): Promise<T> {
  const pool = await createInlinePool();
  const pointer = pool.region().alloc(matrix.byteLength);
  await pool.write(pointer, matrix);
  const result = await work(pool, pointer);
  expect(pool.allocatedBytes).toBe(Math.ceil(matrix.byteLength / 64) * 64);
  return result;
}

const SPECTRA = [
  { what: 'falls steeply', values: Array.from({ length: 120 }, (_, i) => 10 ** -i) },
  { what: 'falls slowly', values: Array.from({ length: 150 }, (_, i) => 1 / (i + 1)) },
  { what: 'is nearly flat', values: Array.from({ length: 130 }, (_, i) => 2 - i / 130) },
  { what: 'has equal values', values: Array.from({ length: 100 }, (_, i) => (i < 30 ? 5 : 1)) },
  { what: 'has few that are not zero', values: Array.from({ length: 100 }, (_, i) => (i < 3 ? 3 - i : 0)) },
];

describe('leadingEigenpairs', () => {
  it.each(SPECTRA)('finds the values of a spectrum that $what', async ({ values }) => {
    const { matrix } = withSpectrum(values);
    const found = await inPool(matrix, (pool, pointer) =>
      leadingEigenpairs(pool, { pointer, size: values.length }, 10, {}),
    );
    found.values.forEach((value, i) => expect(Math.abs(value - values[i]!)).toBeLessThan(1e-9 * values[0]!));
  });
});

describe('dominantSubspace', () => {
  it('finds vectors, up to their signs', async () => {
    const values = Array.from({ length: 90 }, (_, i) => 0.8 ** i);
    const { matrix, vectors } = withSpectrum(values);
    const options = { wanted: 6, tolerance: 1e-10, maxRounds: 20 };
    const found = await inPool(matrix, (pool, pointer) =>
      dominantSubspace(pool, { pointer, size: 90 }, options),
    );
    expect(found.isConverged).toBe(true);
    for (let i = 0; i < 6; i++) {
      const dot = found.vectors
        .subarray(i * 90, (i + 1) * 90)
        .reduce((sum, value, k) => sum + value * vectors[i * 90 + k]!, 0);
      expect(Math.abs(dot)).toBeCloseTo(1, 10);
    }
  });

  it('stops after as many rounds as it may take', async () => {
    const { matrix } = withSpectrum(SPECTRA[2]!.values);
    const rounds: number[] = [];
    const found = await inPool(matrix, (pool, pointer) =>
      dominantSubspace(
        pool,
        { pointer, size: 130 },
        {
          wanted: 10,
          tolerance: 1e-12,
          maxRounds: 2,
          onProgress: ({ completed }) => rounds.push(completed),
        },
      ),
    );
    expect(rounds).toEqual([1, 2]);
    expect(found.isConverged).toBe(false);
    expect(found.vectors.every(Number.isFinite)).toBe(true);
  });
});

describe('filterDegree', () => {
  it('is the lowest that gains enough', () => {
    // With the cut at 1, the value 2 lies at 3, where the polynomials are 3, 17, 99, 577.
    const band = { largest: 2, wanted: 2, cut: 1 };
    expect([2, 3, 4, 17, 18, 99, 100].map((gain) => filterDegree(band, gain))).toEqual([1, 1, 2, 2, 3, 3, 4]);
  });

  it('is low where the first vector would drown the others', () => {
    expect(filterDegree({ largest: 1e9, wanted: 2, cut: 1 }, 1e6)).toBe(1);
  });

  it('is bounded where nothing can be gained', () => {
    expect(filterDegree({ largest: 1, wanted: 1, cut: 1 }, 10)).toBe(24);
  });
});
