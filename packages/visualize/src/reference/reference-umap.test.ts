import { ndArray } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import { neighborPurity, twoBlobs } from '../testing/blobs.ts';
import { umap } from '../umap/umap.ts';

const samples = twoBlobs(60);
const quick = { engine: 'reference', nNeighbors: 8, nEpochs: 60 } as const;

describe("umap with engine 'reference'", () => {
  it.each(['exact', 'umap-js'] as const)(
    'keeps clouds apart, with neighbours %s',
    async (referenceNeighbors) => {
      const { coordinates, engine } = await umap(samples, { ...quick, referenceNeighbors });
      expect(coordinates.shape).toEqual([60, 2]);
      expect(engine).toMatch(/^umap-js \d/);
      expect(neighborPurity(coordinates.data)).toBeGreaterThan(0.9);
    },
  );

  it('gives the same map for the same seed, and another for another', async () => {
    const [first, again, other] = await Promise.all([
      umap(samples, { ...quick, seed: 1 }),
      umap(samples, { ...quick, seed: 1 }),
      umap(samples, { ...quick, seed: 2 }),
    ]);
    expect(again.coordinates).toEqual(first.coordinates);
    expect(other.coordinates).not.toEqual(first.coordinates);
  });

  it('reports epochs, and stops when aborted', async () => {
    const controller = new AbortController();
    const pending = umap(samples, {
      ...quick,
      nEpochs: 1_000_000,
      signal: controller.signal,
      onProgress: ({ stage, completed }) =>
        stage === 'optimise' && completed > 10 && controller.abort(new Error('enough')),
    });
    await expect(pending).rejects.toThrow('enough');
  });

  it('places new samples', async () => {
    const { transform } = await umap(samples, quick);
    expect((await transform(samples)).shape).toEqual([60, 2]);
  });

  it('refuses what the fast engine refuses', async () => {
    await expect(umap(samples, { ...quick, nNeighbors: 60 })).rejects.toMatchObject({ code: 'E_COUNT' });
    const broken = ndArray(new Float32Array(180).fill(Number.NaN), [90, 2]);
    const own = { ...quick, referenceNeighbors: 'umap-js' } as const;
    await expect(umap(broken, own)).rejects.toMatchObject({ code: 'E_SHAPE' });
  });
});
