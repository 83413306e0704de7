import { ndArray } from '@fashion-mnist/core';
import { createInlinePool, exactNeighbors } from '@fashion-mnist/kernels';
import { afterAll, describe, expect, it } from 'vitest';
import { neighborPurity, twoBlobs } from '../testing/blobs.ts';
import { tsne } from './tsne.ts';

const samples = twoBlobs(60);
const quick = { perplexity: 10, nIter: 300 };
const pool = await createInlinePool();
afterAll(() => pool.dispose());

describe('tsne', () => {
  it.each(['exact', 'fft'] as const)('keeps clouds apart, method %s', async (method) => {
    const { coordinates, engine, klDivergence } = await tsne(samples, { ...quick, method });
    expect(coordinates.shape).toEqual([60, 2]);
    expect(engine).toBe('fast');
    expect(klDivergence).toBeGreaterThan(0);
    expect(klDivergence).toBeLessThan(1);
    expect(neighborPurity(coordinates.data)).toBeGreaterThan(0.95);
  });

  it('gives the same map for the same seed, and another for another', async () => {
    const map = async (seed: number) => (await tsne(samples, { ...quick, init: 'random', seed })).coordinates;
    expect(await map(1)).toEqual(await map(1));
    expect(await map(2)).not.toEqual(await map(1));
  });

  it('takes neighbours and a start that are there already', async () => {
    const neighbors = await exactNeighbors(samples, { neighborCount: 31, pool });
    const found = await tsne(samples, { ...quick, neighbors });
    expect(found.coordinates).toEqual((await tsne(samples, quick)).coordinates);
    const started = await tsne(samples, { ...quick, nIter: 1, init: found.coordinates, learningRate: 1e-9 });
    expect(started.coordinates).toEqual(found.coordinates);
  });

  it('tells how far it is, stage after stage', async () => {
    const stages: string[] = [];
    await tsne(samples, { ...quick, onProgress: ({ stage }) => stages.push(stage) });
    expect(stages.indexOf('affinities')).toBeGreaterThan(0);
    expect(stages.at(-1)).toBe('optimise');
  });

  it('stops when aborted, and gives all memory back', async () => {
    const before = pool.allocatedBytes;
    const controller = new AbortController();
    const pending = tsne(samples, {
      ...quick,
      pool,
      nIter: 1_000_000,
      signal: controller.signal,
      onProgress: ({ stage }) => stage === 'optimise' && controller.abort(new Error('enough')),
    });
    await expect(pending).rejects.toThrow('enough');
    expect(pool.allocatedBytes).toBe(before);
  });

  it('ends with what its listener throws', async () => {
    const quit = () => {
      throw new Error('quit');
    };
    await expect(tsne(samples, { ...quick, onProgress: quit })).rejects.toThrow('quit');
  });

  it.each([
    { options: { perplexity: 0 }, says: 'perplexity to be at least 1, got 0' },
    { options: { perplexity: Number.NaN }, says: 'perplexity to be at least 1, got NaN' },
    { options: { earlyExaggeration: 0.5 }, says: 'earlyExaggeration to be at least 1' },
    { options: { learningRate: -1 }, says: 'learningRate to be at least' },
    { options: { nIter: 0 }, says: 'nIter to be at least 1, got 0' },
    { options: { nIter: 10.5 }, says: 'nIter to be a whole number, got 10.5' },
    { options: { perplexity: 21 }, says: 'at least 3 x perplexity = 63 samples, got 60' },
    {
      options: { init: ndArray(new Float32Array(4), [2, 2]) },
      says: 'init to be finite numbers [60, 2], got [2, 2]',
    },
  ])('refuses $options', async ({ options, says }) => {
    await expect(tsne(samples, { perplexity: 10, ...options })).rejects.toThrow(says);
  });

  it.each([0, 1])('refuses %i samples', async (count) => {
    const few = ndArray(new Uint8Array(count * 4), [count, 4]);
    await expect(tsne(few, { perplexity: 1 })).rejects.toMatchObject({ code: 'E_COUNT' });
  });

  it('refuses samples that are not finite, or of the wrong shape', async () => {
    const broken = ndArray(new Float32Array(180).fill(Number.NaN), [90, 2]);
    await expect(tsne(broken)).rejects.toMatchObject({ code: 'E_NOT_FINITE' });
    await expect(tsne({ data: new Uint8Array(7), shape: [90, 2] })).rejects.toMatchObject({
      code: 'E_SHAPE',
    });
  });

  it('refuses neighbours that do not fit', async () => {
    const neighbors = await exactNeighbors(twoBlobs(90), { neighborCount: 31, pool });
    await expect(tsne(samples, { ...quick, neighbors })).rejects.toMatchObject({ code: 'E_SHAPE' });
    const few = await exactNeighbors(samples, { neighborCount: 5, pool });
    await expect(tsne(samples, { ...quick, neighbors: few })).rejects.toMatchObject({ code: 'E_COUNT' });
  });

  it.each([
    { what: 'all alike', of: () => 7 },
    { what: 'duplicates of two', of: (sample: number) => sample % 2 },
    {
      what: 'of which one feature varies',
      of: (sample: number, feature: number) => (feature === 0 ? sample : 3),
    },
  ])('places samples $what at finite coordinates', async ({ of }) => {
    const data = Uint8Array.from({ length: 40 * 5 }, (_, i) => of(Math.floor(i / 5), i % 5));
    for (const method of ['exact', 'fft'] as const) {
      const { coordinates, klDivergence } = await tsne(ndArray(data, [40, 5]), {
        perplexity: 5,
        nIter: 300,
        method,
      });
      expect(coordinates.data.every(Number.isFinite)).toBe(true);
      expect(Number.isFinite(klDivergence)).toBe(true);
    }
  });

  it('takes samples of one feature', async () => {
    const data = Float32Array.from({ length: 30 }, (_, i) => i);
    const { coordinates } = await tsne(ndArray(data, [30, 1]), { perplexity: 3, nIter: 100 });
    expect(coordinates.data.every(Number.isFinite)).toBe(true);
  });
});

describe('transform', () => {
  it('places new samples among their like, and samples of the map where they are', async () => {
    const projection = await tsne(twoBlobs(200), { perplexity: 10, nIter: 500 });
    const placed = await projection.transform(twoBlobs(200));
    expect(placed.shape).toEqual([200, 2]);
    const { data } = projection.coordinates;
    const shifts = Array.from({ length: 200 }, (_, i) =>
      Math.hypot(
        (placed.data[2 * i] ?? 0) - (data[2 * i] ?? 0),
        (placed.data[2 * i + 1] ?? 0) - (data[2 * i + 1] ?? 0),
      ),
    );
    const spread = Math.sqrt(data.reduce((sum, value) => sum + value * value, 0) / 200);
    expect(shifts.toSorted((a, b) => a - b)[100]).toBeLessThan(0.1 * spread);
  });

  it('does not let new samples depend on each other', async () => {
    const projection = await tsne(samples, quick);
    const some = { data: samples.data.slice(0, 12), shape: [2, 6] };
    const one = { data: samples.data.slice(6, 12), shape: [1, 6] };
    const [both, single] = [await projection.transform(some), await projection.transform(one)];
    expect(both.data.slice(2)).toEqual(single.data);
  });

  it('refuses other features, and takes no samples at all', async () => {
    const projection = await tsne(samples, quick);
    const other = { data: new Float32Array(5), shape: [1, 5] };
    await expect(projection.transform(other)).rejects.toMatchObject({ code: 'E_SHAPE' });
    expect((await projection.transform({ data: new Float32Array(0), shape: [0, 6] })).shape).toEqual([0, 2]);
  });
});
