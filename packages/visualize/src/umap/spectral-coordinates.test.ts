import { createRng, ndArray } from '@fashion-mnist/core';
import { createInlinePool, exactNeighbors } from '@fashion-mnist/kernels';
import { afterAll, expect, it } from 'vitest';
import { fuzzyGraph } from './fuzzy-graph.ts';
import { spectralCoordinates } from './spectral-coordinates.ts';

const pool = await createInlinePool();
afterAll(() => pool.dispose());

it('unrolls a curve: along it, the first coordinate only rises or only falls', async () => {
  const count = 300;
  const rng = createRng(1);
  const spiral = Float32Array.from({ length: 2 * count }, (_, i) => {
    const angle = 1 + (9 * Math.floor(i / 2)) / count;
    return angle * (i % 2 === 0 ? Math.cos(angle) : Math.sin(angle)) + 0.01 * rng.nextFloat();
  });
  const neighbors = await exactNeighbors(ndArray(spiral, [count, 2]), { neighborCount: 8, pool });
  const region = pool.region();
  const coordinates = await spectralCoordinates(pool, await fuzzyGraph(pool, region, neighbors, {}), {});
  region.release();
  const means = Array.from({ length: 10 }, (_, part) => {
    const along = Array.from({ length: 30 }, (__, i) => coordinates[2 * (30 * part + i)] ?? 0);
    return along.reduce((sum, value) => sum + value, 0);
  });
  const sorted = means.toSorted((a, b) => a - b);
  expect([sorted, sorted.toReversed()]).toContainEqual(means);
  expect(pool.allocatedBytes).toBe(0);
});
