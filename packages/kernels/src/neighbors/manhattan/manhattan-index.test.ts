import { createRng, ndArray } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createInlinePool } from '../../pool/inline-pool.ts';
import type { Samples } from '../../samples.ts';
import { expectSameOnEveryPool } from '../../testing/on-every-pool.ts';
import { randomBytes, randomFloats } from '../../testing/random-samples.ts';
import { rowsOf } from '../../testing/sorted-distances.ts';
import { sortMinkowskiDistances } from '../../testing/sorted-minkowski-distances.ts';
import { createManhattanIndex } from './manhattan-index.ts';

const pool = await createInlinePool();

async function search(queries: Samples, references: Samples, neighborCount: number, weights?: Float64Array) {
  const index = await createManhattanIndex(references, { pool, weights });
  const neighbors = await index.search(queries, { neighborCount });
  await index.dispose();
  expect(pool.allocatedBytes).toBe(0);
  return rowsOf(neighbors);
}

/** Powers of two, so that sums are exact in any order and ties are ties. */
const randomWeights = (featureCount: number, seed: number) => {
  const rng = createRng(seed);
  return Float64Array.from({ length: featureCount }, () =>
    rng.nextInt(8) === 0 ? 0 : 2 ** (rng.nextInt(9) - 6),
  );
};

describe('createManhattanIndex', () => {
  it('finds exactly what sorting all distances finds, for weighted and plain bytes of every size', async () => {
    const sizes = fc.record({
      queryCount: fc.integer({ min: 0, max: 30 }),
      referenceCount: fc.integer({ min: 1, max: 120 }),
      featureCount: fc.integer({ min: 1, max: 90 }),
      isWeighted: fc.boolean(),
      choice: fc.nat(),
      seed: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(
        sizes,
        async ({ queryCount, referenceCount, featureCount, isWeighted, choice, seed }) => {
          const queries = randomBytes(queryCount, featureCount, seed);
          const references = randomBytes(referenceCount, featureCount, seed + 1);
          const weights = isWeighted ? randomWeights(featureCount, seed) : undefined;
          const neighborCount = 1 + (choice % referenceCount);
          expect(await search(queries, references, neighborCount, weights)).toEqual(
            sortMinkowskiDistances(queries, references, neighborCount, 1, weights),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it('finds neighbours among many more references than are bounded at a time', async () => {
    const queries = ndArray(randomBytes(3, 16, 7).data, [3, 4, 4]);
    const references = ndArray(randomBytes(64_100, 16, 8).data, [64_100, 4, 4]);
    const flat = (samples: Samples) => ndArray(samples.data, [samples.shape[0] ?? 0, 16]);
    expect(await search(queries, references, 30)).toEqual(
      sortMinkowskiDistances(flat(queries), flat(references), 30, 1),
    );
  });

  it.each([0, 500, 1e6])('finds floats around %f', async (mean) => {
    const queries = randomFloats(20, 40, 1, mean);
    const references = randomFloats(300, 40, 2, mean);
    const found = await search(queries, references, 7);
    const wanted = sortMinkowskiDistances(queries, references, 7, 1);
    expect(found.map(({ indices }) => indices)).toEqual(wanted.map(({ indices }) => indices));
  });

  it('finds them for queries far outside the references', async () => {
    const queries = ndArray(new Uint8Array(20 * 40).fill(255), [20, 40]);
    const references = ndArray(
      randomBytes(500, 40, 9).data.map((value) => value & 7),
      [500, 40],
    );
    expect(await search(queries, references, 12)).toEqual(sortMinkowskiDistances(queries, references, 12, 1));
  });

  it('finds equal references in their order', async () => {
    const references = ndArray(new Uint8Array(60 * 3).fill(5), [60, 3]);
    const [row] = await search(ndArray(Uint8Array.of(5, 5, 6), [1, 3]), references, 4);
    expect(row).toEqual({ indices: [0, 1, 2, 3], distances: [1, 1, 1, 1] });
  });

  it('gives the same bytes on any number of threads', async () => {
    const [queries, references] = [randomBytes(100, 40, 1), randomBytes(900, 40, 2)];
    const weights = new Float64Array(40).map((_, i) => 1 / (i + 1));
    await expectSameOnEveryPool(async (shared) => {
      const index = await createManhattanIndex(references, { pool: shared, weights });
      const neighbors = await index.search(queries, { neighborCount: 6 });
      await index.dispose();
      return neighbors;
    });
  });

  it('stops when aborted, and keeps nothing', async () => {
    const index = await createManhattanIndex(randomBytes(50, 9, 6), { pool });
    const controller = new AbortController();
    const pending = index.search(randomBytes(40_000, 9, 7), {
      neighborCount: 1,
      signal: controller.signal,
      onProgress: ({ stage }) => stage === 'search' && controller.abort(new Error('enough')),
    });
    await expect(pending).rejects.toThrow('enough');
    await index.dispose();
    expect(pool.allocatedBytes).toBe(0);
  });

  it('refuses weights that do not fit, and queries of another type', async () => {
    const references = randomBytes(5, 3, 1);
    const withWeights = (weights: Float64Array, samples: Samples = references) =>
      createManhattanIndex(samples, { pool, weights });
    await expect(withWeights(new Float64Array(2))).rejects.toMatchObject({ code: 'E_SHAPE' });
    await expect(withWeights(Float64Array.of(1, -1, 1))).rejects.toMatchObject({ code: 'E_NOT_FINITE' });
    await expect(withWeights(new Float64Array(3), randomFloats(5, 3, 1))).rejects.toMatchObject({
      code: 'E_SHAPE',
    });
    const index = await createManhattanIndex(references, { pool });
    await expect(index.search(randomFloats(1, 3, 1), { neighborCount: 1 })).rejects.toThrow(
      'expected bytes as the references, got float32',
    );
    await index.dispose();
  });
});
