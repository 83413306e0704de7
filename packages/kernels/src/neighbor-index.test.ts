import { ndArray } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactNeighbors } from './exact-neighbors.ts';
import { createNeighborIndex } from './neighbor-index.ts';
import type { Neighbors } from './neighbors.ts';
import { pairwiseSquaredDistances } from './pairwise-squared-distances.ts';
import type { Samples } from './samples.ts';
import { randomBytes, randomFloats } from './testing/random-samples.ts';

/** Sorts all distances: the definition. */
function bruteForce(queries: Samples, references: Samples, neighborCount: number) {
  const { data, shape } = pairwiseSquaredDistances(queries, references);
  const [queryCount = 0, referenceCount = 0] = shape;
  return Array.from({ length: queryCount }, (_, query) => {
    const row = data.subarray(query * referenceCount, (query + 1) * referenceCount);
    const order = Array.from(row.keys())
      .toSorted((a, b) => row[a]! - row[b]! || a - b)
      .slice(0, neighborCount);
    return { indices: order, distances: order.map((index) => Math.fround(Math.sqrt(row[index]!))) };
  });
}

function rowsOf({ indices, distances }: Neighbors) {
  const [rows = 0, width = 0] = indices.shape;
  return Array.from({ length: rows }, (_, row) => ({
    indices: [...indices.data.subarray(row * width, (row + 1) * width)],
    distances: [...distances.data.subarray(row * width, (row + 1) * width)],
  }));
}

async function search(queries: Samples, references: Samples, neighborCount: number) {
  const index = await createNeighborIndex(references);
  return rowsOf(await index.search(queries, { neighborCount }));
}

describe('createNeighborIndex', () => {
  it('finds exactly what sorting all distances finds, for bytes of every size', async () => {
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
          const queries = randomBytes(queryCount, featureCount, seed);
          const references = randomBytes(referenceCount, featureCount, seed + 1);
          const neighborCount = 1 + (choice % referenceCount);
          expect(await search(queries, references, neighborCount)).toEqual(
            bruteForce(queries, references, neighborCount),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('finds them among many more references than a block holds', async () => {
    const queries = randomBytes(33, 100, 7);
    const references = randomBytes(3001, 100, 8);
    expect(await search(queries, references, 10)).toEqual(bruteForce(queries, references, 10));
  });

  it('finds them for floats, also far from zero', async () => {
    const queries = randomFloats(20, 80, 1, 500);
    const references = randomFloats(700, 80, 2, 500);
    expect(await search(queries, references, 7)).toEqual(bruteForce(queries, references, 7));
  });

  it('orders duplicates and all-dark pictures by their position', async () => {
    const samples = ndArray(new Uint8Array(200 * 30), [200, 30]);
    samples.data.set(randomBytes(20, 30, 3).data, 60 * 30);
    expect(rowsOf(await exactNeighbors(samples, { neighborCount: 90 }))).toEqual(
      bruteForce(samples, samples, 90),
    );
  });

  it('finds every sample itself first in its own graph', async () => {
    const { indices, distances } = await exactNeighbors(randomFloats(300, 40, 4), { neighborCount: 3 });
    for (let row = 0; row < 300; row++) {
      expect(indices.data[row * 3]).toBe(row);
      expect(distances.data[row * 3]).toBe(0);
    }
  });

  it('takes images of any feature shape', async () => {
    const images = ndArray(randomBytes(10, 16, 5).data, [10, 4, 4]);
    expect(rowsOf(await exactNeighbors(images, { neighborCount: 2 }))).toEqual(
      bruteForce({ data: images.data, shape: [10, 16] }, { data: images.data, shape: [10, 16] }, 2),
    );
  });

  it('reports every block of queries and ends with all of them', async () => {
    const index = await createNeighborIndex(randomBytes(50, 9, 6));
    const completed: number[] = [];
    await index.search(randomBytes(40, 9, 7), {
      neighborCount: 1,
      onProgress: (event) => {
        if (event.stage === 'search') completed.push(event.completed);
      },
    });
    expect(completed).toEqual([16, 32, 40]);
  });

  it('stops when aborted', async () => {
    const index = await createNeighborIndex(randomBytes(50, 9, 6));
    const controller = new AbortController();
    const pending = index.search(randomBytes(4000, 9, 7), {
      neighborCount: 1,
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('enough')),
    });
    await expect(pending).rejects.toThrow('enough');
  });

  it('refuses what it cannot search', async () => {
    const index = await createNeighborIndex(randomBytes(5, 9, 6));
    await expect(createNeighborIndex(randomBytes(0, 9, 6))).rejects.toMatchObject({ code: 'E_COUNT' });
    await expect(index.search(randomBytes(1, 9, 1), { neighborCount: 6 })).rejects.toThrow(
      'neighborCount: expected 1..5, got 6',
    );
    await expect(index.search(randomBytes(1, 8, 1), { neighborCount: 1 })).rejects.toMatchObject({
      code: 'E_SHAPE',
    });
    await expect(createNeighborIndex(ndArray(new Uint8Array(0), [3, 0]))).rejects.toMatchObject({
      code: 'E_SHAPE',
    });
  });
});
