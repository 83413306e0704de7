import { ndArray } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import { createInlinePool } from '../pool/inline-pool.ts';
import type { Samples } from '../samples.ts';
import { expectSameOnEveryPool } from '../testing/on-every-pool.ts';
import { randomBytes, randomFloats } from '../testing/random-samples.ts';
import { rowsOf, sortAllDistances } from '../testing/sorted-distances.ts';
import { exactNeighbors } from './exact-neighbors.ts';

/** `groupSizes[i]` samples very near each other, the groups far apart. */
function groups(groupSizes: readonly number[], featureCount: number): Samples {
  const size = groupSizes.reduce((sum, count) => sum + count, 0);
  const { data } = randomBytes(size, featureCount, 11);
  const near = data.map((value) => value & 3);
  let row = 0;
  groupSizes.forEach((count, group) => {
    near.fill(40 * group, row * featureCount, (row + count - 1) * featureCount);
    row += count;
  });
  return ndArray(Uint8Array.from(near), [size, featureCount]);
}

function darkWithFewOthers(): Samples {
  const samples = ndArray(new Uint8Array(200 * 30), [200, 30]);
  samples.data.set(randomBytes(20, 30, 3).data, 60 * 30);
  return samples;
}

describe('exactNeighbors', () => {
  it.each([
    ['bytes', randomBytes(700, 50, 1), 15],
    ['bytes, one neighbour', randomBytes(300, 50, 2), 1],
    ['bytes, all of them', randomBytes(130, 20, 3), 130],
    ['bytes, fewer than a panel', randomBytes(5, 20, 4), 5],
    ['bytes, whole panels', randomBytes(512, 33, 5), 9],
    ['bytes of one feature', randomBytes(260, 1, 6), 12],
    ['bytes of more features than axes', randomBytes(300, 613, 7), 20],
    ['a single sample', randomBytes(1, 16, 8), 1],
    ['floats', randomFloats(600, 40, 9), 15],
    ['floats, all of them', randomFloats(70, 17, 10), 70],
    ['floats of one feature, far from zero', randomFloats(300, 1, 11, 1e6), 8],
    ['floats of more features than axes', randomFloats(260, 613, 12), 5],
    ['floats too large to be squared', scaled(1e30), 6],
    ['floats too small to be squared', scaled(1e-30), 6],
    ['all-dark pictures and a few others', darkWithFewOthers(), 90],
    ['nothing but dark pictures', ndArray(new Uint8Array(300 * 16), [300, 16]), 20],
    ['nothing but the same floats', ndArray(new Float32Array(100 * 9).fill(0.1), [100, 9]), 20],
    ['groups smaller than the number of neighbours', groups([3, 40, 1, 9, 200, 5], 24), 60],
  ])('finds exactly what sorting all distances finds: %s', async (_, samples, neighborCount) => {
    expect(rowsOf(await exactNeighbors(samples, { neighborCount }))).toEqual(
      sortAllDistances(samples, samples, neighborCount),
    );
  });
});

describe('a graph of neighbours', () => {
  it('has every sample itself first', async () => {
    const { indices, distances } = await exactNeighbors(randomFloats(300, 40, 4), { neighborCount: 3 });
    for (let row = 0; row < 300; row++) {
      expect(indices.data[row * 3]).toBe(row);
      expect(distances.data[row * 3]).toBe(0);
    }
  });

  it('has the same bytes on any number of threads, and gives back all memory', async () => {
    const bytes = randomBytes(1500, 60, 12);
    const floats = randomFloats(700, 30, 13);
    await expectSameOnEveryPool(async (pool) => [
      await exactNeighbors(bytes, { neighborCount: 10, pool }),
      await exactNeighbors(floats, { neighborCount: 10, pool }),
    ]);
  });

  it('is the same by plain TypeScript', async () => {
    const pool = await createInlinePool({ kernels: 'typescript' });
    for (const samples of [randomBytes(300, 29, 14), randomFloats(300, 29, 15)]) {
      const plain = await exactNeighbors(samples, { neighborCount: 7, pool });
      expect(plain).toEqual(await exactNeighbors(samples, { neighborCount: 7 }));
    }
    await pool.dispose();
  });

  it('comes with reports of both stages, to their ends', async () => {
    const last = new Map<string, string>();
    await exactNeighbors(randomBytes(600, 9, 6), {
      neighborCount: 2,
      onProgress: ({ stage, completed, total, unit }) => last.set(stage, `${completed}/${total} ${unit}`),
    });
    expect(Object.fromEntries(last)).toEqual({ project: '600/600 samples', search: '600/600 queries' });
  });

  it('is given up when aborted, which gives back all memory', async () => {
    const pool = await createInlinePool();
    const controller = new AbortController();
    const pending = exactNeighbors(randomBytes(4000, 9, 7), {
      neighborCount: 5,
      pool,
      signal: controller.signal,
      onProgress: ({ stage }) => {
        if (stage === 'search') controller.abort(new Error('enough'));
      },
    });
    await expect(pending).rejects.toThrow('enough');
    expect(pool.allocatedBytes).toBe(0);
    await pool.dispose();
  });

  it('cannot have more neighbours than samples, or none', async () => {
    const samples = randomBytes(5, 9, 6);
    await expect(exactNeighbors(samples, { neighborCount: 6 })).rejects.toThrow(
      'neighborCount: expected 1..5, got 6',
    );
    await expect(exactNeighbors(samples, { neighborCount: 0 })).rejects.toMatchObject({ code: 'E_COUNT' });
    await expect(exactNeighbors(randomBytes(0, 9, 6), { neighborCount: 1 })).rejects.toMatchObject({
      code: 'E_COUNT',
    });
  });
});

function scaled(factor: number): Samples {
  const { data, shape } = randomFloats(200, 12, 16);
  return ndArray(
    data.map((value) => value * factor),
    shape,
  );
}
