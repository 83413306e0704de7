import { ndArray } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import { pca } from './pca.ts';
import { neighborPurity, twoBlobs } from './testing/blobs.ts';

describe('pca', () => {
  it('gives the centred scores along the axes', async () => {
    // Along (1, 1) / √2 the points lie at ±√2, across it all at 0.
    const { coordinates } = await pca(ndArray(Uint8Array.of(10, 10, 12, 12), [2, 2]));
    expect(coordinates.shape).toEqual([2, 2]);
    [-Math.SQRT2, 0, Math.SQRT2, 0].forEach((value, i) => expect(coordinates.data[i]).toBeCloseTo(value, 5));
  });

  it('spreads scores by the variance that it explains', async () => {
    const { coordinates, axes } = await pca(twoBlobs(80));
    for (const axis of [0, 1] as const) {
      const scores = coordinates.data.filter((_, i) => i % 2 === axis);
      const variance = scores.reduce((sum, score) => sum + score * score, 0) / (scores.length - 1);
      expect(variance / (axes.explainedVariance[axis] ?? 0)).toBeCloseTo(1, 4);
    }
  });

  it('keeps clouds apart', async () => {
    expect(neighborPurity((await pca(twoBlobs(60))).coordinates.data)).toBe(1);
  });

  it('refuses samples with a single feature', async () => {
    await expect(pca(ndArray(new Uint8Array(5), [5, 1]))).rejects.toMatchObject({ code: 'E_COUNT' });
  });
});
