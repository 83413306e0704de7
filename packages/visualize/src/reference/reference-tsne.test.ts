import { ndArray } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import { neighborPurity, twoBlobs } from '../testing/blobs.ts';
import { tsne } from '../tsne/tsne.ts';

const samples = twoBlobs(60);
const quick = { engine: 'reference', perplexity: 10, nIter: 120 } as const;

describe("tsne with engine 'reference'", () => {
  it('keeps clouds apart', async () => {
    const { coordinates, engine } = await tsne(samples, quick);
    expect(coordinates.shape).toEqual([60, 2]);
    expect(engine).toMatch(/^tsne-js \d/);
    expect(neighborPurity(coordinates.data)).toBeGreaterThan(0.95);
  });

  it('gives the same map for the same seed, and another for another', async () => {
    const [first, again, other] = await Promise.all([
      tsne(samples, { ...quick, seed: 1 }),
      tsne(samples, { ...quick, seed: 1 }),
      tsne(samples, { ...quick, seed: 2 }),
    ]);
    expect(again.coordinates).toEqual(first.coordinates);
    expect(other.coordinates).not.toEqual(first.coordinates);
  });

  it('stops when aborted, though tsne-js itself cannot be interrupted', async () => {
    const controller = new AbortController();
    const pending = tsne(samples, {
      ...quick,
      nIter: 1_000_000,
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('enough')),
    });
    await expect(pending).rejects.toThrow('enough');
  });

  it.each([
    { options: { learningRate: -1 }, says: 'learningRate to be at least' },
    { options: { nIter: Number.NaN }, says: 'nIter to be at least 100, got NaN' },
    { options: { perplexity: 21 }, says: 'at least 3 x perplexity = 63 samples, got 60' },
  ])('refuses $options', async ({ options, says }) => {
    await expect(tsne(samples, { ...quick, ...options })).rejects.toThrow(says);
  });

  it('refuses samples that are not finite', async () => {
    const broken = ndArray(new Float32Array(180).fill(Number.NaN), [90, 2]);
    await expect(tsne(broken, quick)).rejects.toMatchObject({ code: 'E_SHAPE' });
  });
});
