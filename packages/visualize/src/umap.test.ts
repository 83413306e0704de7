import { describe, expect, it } from 'vitest';
import { neighborPurity, twoBlobs } from './testing/blobs.ts';
import { umap } from './umap.ts';

const samples = twoBlobs(60);
const quick = { nNeighbors: 8, nEpochs: 60 };

describe('umap', () => {
  it('keeps clouds apart', async () => {
    const { coordinates, engine } = await umap(samples, quick);
    expect(coordinates.shape).toEqual([60, 2]);
    expect(engine).toMatch(/^umap-js \d/);
    expect(neighborPurity(coordinates.data)).toBeGreaterThan(0.95);
  });

  it('gives the same map for the same seed, and another for another', async () => {
    const [first, again, other] = await Promise.all([
      umap(samples, { ...quick, seed: 1 }),
      umap(samples, { ...quick, seed: 1 }),
      umap(samples, { ...quick, seed: 2 }),
    ]);
    expect(again.coordinates).toEqual(first.coordinates);
    expect(other.coordinates).not.toEqual(first.coordinates);
  });

  it('reports every epoch, and stops when aborted', async () => {
    const controller = new AbortController();
    const epochs: number[] = [];
    const pending = umap(samples, {
      ...quick,
      signal: controller.signal,
      onProgress: ({ stage, completed }) => {
        if (stage !== 'optimise') return;
        epochs.push(completed);
        if (completed === 10) controller.abort(new Error('enough'));
      },
    });
    await expect(pending).rejects.toThrow('enough');
    expect(epochs).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it.each([
    { options: { nNeighbors: 1 }, says: 'nNeighbors to be a whole number >= 2, got 1' },
    { options: { minDist: 2 }, says: 'minDist in 0..spread (1), got 2' },
    { options: { spread: 0 }, says: 'spread to be a positive number, got 0' },
    { options: { nEpochs: -1 }, says: 'nEpochs to be a whole number >= 0, got -1' },
    { options: { nNeighbors: 60 }, says: 'more than nNeighbors = 60 samples, got 60' },
  ])('refuses $options', async ({ options, says }) => {
    await expect(umap(samples, options)).rejects.toThrow(says);
  });
});
