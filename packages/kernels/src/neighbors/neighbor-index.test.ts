import { ndArray } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createInlinePool } from '../pool/inline-pool.ts';
import type { Samples } from '../samples.ts';
import { expectSameOnEveryPool } from '../testing/on-every-pool.ts';
import { randomBytes, randomFloats } from '../testing/random-samples.ts';
import { rowsOf, sortAllDistances } from '../testing/sorted-distances.ts';
import { createNeighborIndex } from './neighbor-index.ts';

const pool = await createInlinePool();

async function search(queries: Samples, references: Samples, neighborCount: number, weights?: Float64Array) {
  const index = await createNeighborIndex(references, { pool, weights });
  const neighbors = await index.search(queries, { neighborCount });
  await index.dispose();
  return rowsOf(neighbors);
}

describe('createNeighborIndex', () => {
  it.each([
    ['bytes', randomBytes, undefined],
    ['weighted bytes', randomBytes, 1 / 7],
    ['floats', randomFloats, undefined],
  ] as const)(
    'finds exactly what sorting all distances finds, for %s of every size',
    async (_, random, step) => {
      const sizes = fc.record({
        queryCount: fc.integer({ min: 0, max: 40 }),
        referenceCount: fc.integer({ min: 1, max: 120 }),
        featureCount: fc.integer({ min: 1, max: 90 }),
        seed: fc.nat(),
      });
      await fc.assert(
        fc.asyncProperty(
          sizes,
          fc.nat(),
          async ({ queryCount, referenceCount, featureCount, seed }, choice) => {
            const queries = random(queryCount, featureCount, seed);
            const references = random(referenceCount, featureCount, seed + 1);
            const neighborCount = 1 + (choice % referenceCount);
            const weights =
              step === undefined
                ? undefined
                : Float64Array.from({ length: featureCount }, (__, i) => i * step);
            expect(await search(queries, references, neighborCount, weights)).toEqual(
              sortAllDistances(queries, references, neighborCount, undefined, weights),
            );
          },
        ),
        { numRuns: 40 },
      );
    },
  );
});

describe('a search', () => {
  it('finds neighbours among many more references than a block holds', async () => {
    const queries = randomBytes(333, 100, 7);
    const references = randomBytes(3001, 100, 8);
    expect(await search(queries, references, 10)).toEqual(sortAllDistances(queries, references, 10));
  });

  it('finds them for queries far outside the references', async () => {
    const queries = ndArray(new Uint8Array(20 * 40).fill(255), [20, 40]);
    const references = ndArray(
      randomBytes(500, 40, 9).data.map((value) => value & 7),
      [500, 40],
    );
    expect(await search(queries, references, 12)).toEqual(sortAllDistances(queries, references, 12));
  });

  it('finds weighted bytes, some far outside the references', async () => {
    const queries = ndArray(
      randomBytes(60, 90, 3).data.map((value, i) => (i < 900 ? 255 : value)),
      [60, 90],
    );
    const references = randomBytes(800, 90, 4);
    const weights = Float64Array.from({ length: 90 }, (_, i) => 2 ** ((i % 12) - 8));
    expect(await search(queries, references, 9, weights)).toEqual(
      sortAllDistances(queries, references, 9, undefined, weights),
    );
  });

  it('finds them for floats far from zero', async () => {
    const queries = randomFloats(20, 80, 1, 500);
    const references = randomFloats(700, 80, 2, 500);
    expect(await search(queries, references, 7)).toEqual(sortAllDistances(queries, references, 7));
  });

  it.each([
    ['floats among bytes', randomFloats(50, 30, 3, 100), randomBytes(400, 30, 4)],
    ['bytes among floats', randomBytes(50, 30, 5), randomFloats(400, 30, 6, 100)],
  ])('finds %s', async (_, queries, references) => {
    expect(await search(queries, references, 9)).toEqual(sortAllDistances(queries, references, 9));
  });

  it('finds bytes of so many features that their distances exceed an int32', async () => {
    const [queries, references] = [randomBytes(3, 33_100, 1), randomBytes(12, 33_100, 2)];
    const asFloats = ({ data, shape }: Samples) => ndArray(Float32Array.from(data), shape);
    expect(await search(queries, references, 5)).toEqual(
      sortAllDistances(asFloats(queries), asFloats(references), 5),
    );
  });

  it('takes images of any feature shape', async () => {
    const images = ndArray(randomBytes(10, 16, 5).data, [10, 4, 4]);
    const flat = ndArray(images.data, [10, 16]);
    expect(await search(images, images, 2)).toEqual(sortAllDistances(flat, flat, 2));
  });
});

describe('an index', () => {
  it('gives the same bytes on any number of threads', async () => {
    const [queries, references] = [randomBytes(600, 40, 1), randomBytes(900, 40, 2)];
    await expectSameOnEveryPool(async (shared) => {
      const index = await createNeighborIndex(references, { pool: shared });
      const neighbors = await index.search(queries, { neighborCount: 6 });
      await index.dispose();
      return neighbors;
    });
  });

  it('answers several searches at a time, and waits for them before it ends', async () => {
    const index = await createNeighborIndex(randomBytes(100, 9, 6), { pool });
    const queries = [randomBytes(40, 9, 7), randomBytes(30, 9, 8)];
    const searches = queries.map((samples) => index.search(samples, { neighborCount: 2 }));
    await index.dispose();
    expect((await Promise.all(searches)).map(({ indices }) => indices.shape)).toEqual([
      [40, 2],
      [30, 2],
    ]);
    expect(pool.allocatedBytes).toBe(0);
  });

  it('ends its own pool, and searches no more', async () => {
    const index = await createNeighborIndex(randomBytes(5, 9, 6));
    await index.dispose();
    await index.dispose();
    await expect(index.search(randomBytes(1, 9, 1), { neighborCount: 1 })).rejects.toMatchObject({
      code: 'E_WORKER',
    });
  });

  it('stops when aborted', async () => {
    const index = await createNeighborIndex(randomBytes(50, 9, 6), { pool });
    const controller = new AbortController();
    const pending = index.search(randomBytes(4000, 9, 7), {
      neighborCount: 1,
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('enough')),
    });
    await expect(pending).rejects.toThrow('enough');
    await index.dispose();
  });

  it('refuses what it cannot search, and keeps nothing of it', async () => {
    const index = await createNeighborIndex(randomBytes(5, 9, 6), { pool });
    await expect(createNeighborIndex(randomBytes(0, 9, 6), { pool })).rejects.toMatchObject({
      code: 'E_COUNT',
    });
    await expect(index.search(randomBytes(1, 9, 1), { neighborCount: 6 })).rejects.toThrow(
      'neighborCount: expected 1..5, got 6',
    );
    await expect(index.search(randomBytes(1, 8, 1), { neighborCount: 1 })).rejects.toMatchObject({
      code: 'E_SHAPE',
    });
    await expect(createNeighborIndex(ndArray(new Uint8Array(0), [3, 0]), { pool })).rejects.toMatchObject({
      code: 'E_SHAPE',
    });
    const weights = new Float64Array(9).fill(2);
    const weighted = await createNeighborIndex(randomBytes(5, 9, 6), { pool, weights });
    await expect(weighted.search(randomFloats(1, 9, 1), { neighborCount: 1 })).rejects.toThrow(
      'expected bytes as the references, got float32',
    );
    await weighted.dispose();
    await index.dispose();
    expect(pool.allocatedBytes).toBe(0);
  });
});
