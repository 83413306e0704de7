import { createRng, ndArray } from '@fashion-mnist/core';
import type { Samples } from '@fashion-mnist/kernels';
import { describe, expect, it } from 'vitest';
import { pca } from './pca.ts';
import { createPcaSession } from './pca-session.ts';
import { neighborPurity, twoBlobs } from './testing/blobs.ts';
import { expectSameOnThreads } from './testing/on-threads.ts';

function randomImages(count: number): Samples {
  const rng = createRng(5);
  return ndArray(
    Uint8Array.from({ length: count * 36 }, () => rng.nextInt(256)),
    [count, 6, 6],
  );
}

describe('pca', () => {
  it('gives the centred scores along the axes', async () => {
    // Along (1, 1) / √2 the points lie at ±√2, across it all at 0.
    const { coordinates } = await pca(ndArray(Uint8Array.of(10, 10, 12, 12), [2, 2]));
    expect(coordinates.shape).toEqual([2, 2]);
    [-Math.SQRT2, 0, Math.SQRT2, 0].forEach((value, i) => expect(coordinates.data[i]).toBeCloseTo(value, 5));
  });

  it('spreads scores by the variance that it explains', async () => {
    const { coordinates, explainedVariance } = await pca(twoBlobs(80), { componentCount: 3 });
    expect(coordinates.shape).toEqual([80, 3]);
    for (const axis of [0, 1, 2]) {
      const scores = coordinates.data.filter((_, i) => i % 3 === axis);
      const variance = scores.reduce((sum, score) => sum + score * score, 0) / (scores.length - 1);
      expect(variance / (explainedVariance[axis] ?? 0)).toBeCloseTo(1, 4);
    }
  });

  it('keeps clouds apart', async () => {
    expect(neighborPurity((await pca(twoBlobs(60))).coordinates.data)).toBe(1);
  });

  it('transforms its own samples to their coordinates, and others along the same axes', async () => {
    const samples = randomImages(50);
    const { coordinates, axes, transform } = await pca(samples);
    expect(await transform(samples)).toEqual(coordinates);

    const { data } = await transform(ndArray(new Uint8Array(36), [1, 6, 6]));
    for (const axis of [0, 1]) {
      const vector = axes.components.data.subarray(36 * axis, 36 * (axis + 1));
      const expected = -vector.reduce((sum, value, i) => sum + value * (axes.mean[i] ?? 0), 0);
      expect(data[axis]).toBeCloseTo(expected, 3);
    }
  });

  it('transforms scores back to samples: all of them with all axes, the mean with none', async () => {
    const samples = randomImages(50);
    const { coordinates, axes, inverseTransform } = await pca(samples, { componentCount: 36 });
    const { data, shape } = await inverseTransform(coordinates);
    expect(shape).toEqual([50, 36]);
    data.forEach((value, i) => expect(value).toBeCloseTo(samples.data[i] ?? 0, 3));
    const centre = await inverseTransform(ndArray(new Float32Array(36), [1, 36]));
    centre.data.forEach((value, i) => expect(value).toBeCloseTo(axes.mean[i] ?? 0, 4));
  });

  it('explains all variance with all axes, and most with the first', async () => {
    const { explainedVarianceRatio } = await pca(twoBlobs(40), { componentCount: 6 });
    expect(explainedVarianceRatio.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(explainedVarianceRatio[0]).toBeGreaterThan(0.9);
  });

  it('gives the same bytes on any number of threads', async () => {
    const samples = randomImages(300);
    await expectSameOnThreads(async (pool) => {
      const { coordinates, axes } = await pca(samples, { pool });
      return [coordinates, axes];
    });
  });

  it.each([
    { what: 'a single feature', samples: ndArray(new Uint8Array(5), [5, 1]), code: 'E_COUNT' },
    { what: 'a single sample', samples: ndArray(new Uint8Array(5), [1, 5]), code: 'E_COUNT' },
    { what: 'no samples', samples: ndArray(new Uint8Array(0), [0, 5]), code: 'E_COUNT' },
    { what: 'NaN', samples: ndArray(Float32Array.of(1, 2, 3, Number.NaN), [2, 2]), code: 'E_NOT_FINITE' },
    { what: 'no shape', samples: ndArray(new Uint8Array(1), []), code: 'E_SHAPE' },
  ])('refuses $what', async ({ samples, code }) => {
    await expect(pca(samples)).rejects.toMatchObject({ code });
  });

  it('gives finite coordinates for samples that are all alike', async () => {
    const { coordinates } = await pca(ndArray(new Uint8Array(400).fill(9), [4, 100]));
    expect([...coordinates.data]).toEqual(Array.from({ length: 8 }, () => 0));
  });

  it('stops when aborted', async () => {
    const signal = AbortSignal.abort(new Error('stop'));
    await expect(pca(twoBlobs(20), { signal })).rejects.toThrow('stop');
  });
});

describe('createPcaSession', () => {
  it('does everything in its only round', async () => {
    const samples = twoBlobs(30);
    const session = createPcaSession(samples);
    expect([session.method, session.completed, session.total]).toEqual(['pca', 0, 1]);
    expect((await session.snapshot()).data).toEqual(new Float32Array(60));
    await session.step();
    expect(session.completed).toBe(1);
    const { coordinates } = await pca(samples);
    expect(await session.snapshot()).toEqual(coordinates);
    expect(session.view()).toEqual(coordinates.data);
    expect((await session.run()).coordinates).toEqual(coordinates);
    await session.dispose();
  });

  it('can go on after it was aborted', async () => {
    const session = createPcaSession(twoBlobs(30));
    const signal = AbortSignal.abort(new Error('stop'));
    await expect(session.step(1, { signal })).rejects.toThrow('stop');
    expect(session.completed).toBe(0);
    expect((await session.run()).coordinates.shape).toEqual([30, 2]);
  });
});
