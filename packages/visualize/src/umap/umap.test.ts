import { createRng, ndArray } from '@fashion-mnist/core';
import { createInlinePool, exactNeighbors } from '@fashion-mnist/kernels';
import { afterAll, describe, expect, it } from 'vitest';
import { neighborPurity, twoBlobs } from '../testing/blobs.ts';
import { expectSameOnThreads } from '../testing/on-threads.ts';
import { umap } from './umap.ts';

const samples = twoBlobs(60);
const quick = { nNeighbors: 8, nEpochs: 60 };
const pool = await createInlinePool();
afterAll(() => pool.dispose());

describe('umap', () => {
  it.each(['pca', 'spectral'] as const)('keeps clouds apart, from a start by %s', async (init) => {
    const { coordinates, engine } = await umap(samples, { ...quick, init });
    expect(coordinates.shape).toEqual([60, 2]);
    expect(engine).toBe('fast');
    expect(neighborPurity(coordinates.data)).toBeGreaterThan(0.95);
  });

  it('gives the same map for the same seed, and another for another', async () => {
    const map = async (seed: number) => (await umap(samples, { ...quick, seed })).coordinates;
    expect(await map(1)).toEqual(await map(1));
    expect(await map(2)).not.toEqual(await map(1));
  });

  it('gives the same map on any number of threads', async () => {
    const rng = createRng(1);
    const many = ndArray(
      Float32Array.from({ length: 12_000 }, (_, i) => rng.nextNormal() + (i % 9)),
      [4000, 3],
    );
    const neighbors = await exactNeighbors(many, { neighborCount: 5, pool });
    const options = { nNeighbors: 5, nEpochs: 12, neighbors };
    await expectSameOnThreads(
      async (threads) => (await umap(many, { ...options, pool: threads })).coordinates,
    );
  });

  it('gives the same map by plain TypeScript, but for the last bits of its curve', async () => {
    const plain = await createInlinePool({ kernels: 'typescript' });
    const { coordinates } = await umap(samples, { ...quick, pool: plain });
    await plain.dispose();
    expect(neighborPurity(coordinates.data)).toBeGreaterThan(0.95);
  });

  it('takes neighbours and a start that are there already', async () => {
    const neighbors = await exactNeighbors(samples, { neighborCount: 8, pool });
    const found = await umap(samples, { ...quick, neighbors });
    expect(found.coordinates).toEqual((await umap(samples, quick)).coordinates);
    const started = await umap(samples, { ...quick, init: found.coordinates, learningRate: 1e-30 });
    expect(started.coordinates).toEqual(found.coordinates);
  });

  it('keeps labelled classes apart that neighbours do not', async () => {
    const rng = createRng(5);
    const noise = ndArray(
      Float32Array.from({ length: 360 }, () => rng.nextNormal()),
      [60, 6],
    );
    const labels = Array.from({ length: 60 }, (_, sample) =>
      sample % 9 === 4 ? undefined : Number(sample >= 30),
    );
    const options = { ...quick, nEpochs: 200 };
    const plain = await umap(noise, options);
    const labelled = await umap(noise, { ...options, labels: { labels, targetWeight: 0.9 } });
    expect(neighborPurity(plain.coordinates.data)).toBeLessThan(0.75);
    expect(neighborPurity(labelled.coordinates.data)).toBeGreaterThan(0.85);
  });

  it('tells how far it is, stage after stage', async () => {
    const events: { stage: string; completed: number; total: number }[] = [];
    await umap(samples, { ...quick, onProgress: (event) => events.push(event) });
    const stages = events.map(({ stage }) => stage);
    expect(stages.indexOf('graph')).toBeGreaterThan(0);
    expect(events.at(-1)).toMatchObject({ stage: 'optimise', completed: 60, total: 60 });
  });

  it('stops when aborted, and gives all memory back', async () => {
    const controller = new AbortController();
    const pending = umap(samples, {
      ...quick,
      pool,
      nEpochs: 1_000_000,
      signal: controller.signal,
      onProgress: ({ stage }) => stage === 'optimise' && controller.abort(new Error('enough')),
    });
    await expect(pending).rejects.toThrow('enough');
    await expect(umap(samples, { signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow('no');
    expect(pool.allocatedBytes).toBe(0);
  });

  it('ends with what its listener throws', async () => {
    const quit = () => {
      throw new Error('quit');
    };
    await expect(umap(samples, { ...quick, onProgress: quit })).rejects.toThrow('quit');
  });
});

describe('umap with difficult samples', () => {
  const few = { nNeighbors: 5, nEpochs: 30 };

  it.each([
    { name: 'all alike', data: new Float32Array(40).fill(7), shape: [20, 2] },
    {
      name: 'half of them alike',
      data: Float32Array.from({ length: 40 }, (_, i) => Math.max(0, i - 20)),
      shape: [20, 2],
    },
    {
      name: 'with a constant feature',
      data: Float32Array.from({ length: 40 }, (_, i) => (i % 2) * i),
      shape: [20, 2],
    },
    { name: 'with one feature', data: Float32Array.from({ length: 20 }, (_, i) => i * i), shape: [20, 1] },
    { name: 'very far apart', data: Float32Array.from({ length: 40 }, (_, i) => 1e15 * i), shape: [20, 2] },
    {
      name: 'one more than neighbours',
      data: Float32Array.from({ length: 12 }, (_, i) => i % 5),
      shape: [6, 2],
    },
  ])('gives finite coordinates to samples $name', async ({ data, shape }) => {
    for (const init of ['pca', 'spectral'] as const) {
      const { coordinates, transform } = await umap({ data, shape }, { ...few, init });
      expect(coordinates.data.every(Number.isFinite)).toBe(true);
      expect((await transform({ data, shape })).data.every(Number.isFinite)).toBe(true);
    }
  });

  it.each([
    { options: { nNeighbors: 1 }, says: 'nNeighbors to be a whole number in 2..65536, got 1' },
    { options: { minDist: 2 }, says: 'minDist in 0..spread (1), got 2' },
    { options: { spread: 0 }, says: 'spread to be a positive number, got 0' },
    { options: { nEpochs: -1 }, says: 'nEpochs to be a whole number >= 0, got -1' },
    { options: { learningRate: Number.NaN }, says: 'learningRate to be a positive number, got NaN' },
    { options: { negativeSampleRate: 0.5 }, says: 'negativeSampleRate to be a whole number' },
    { options: { seed: -1 }, says: 'seed to be a whole number >= 0, got -1' },
    { options: { nNeighbors: 60 }, says: 'more than nNeighbors = 60 samples, got 60' },
    { options: { labels: { labels: [1, 2] } }, says: '60 labels, got 2' },
    {
      options: { labels: { labels: new Array<number>(60).fill(0.5) } },
      says: 'labels to be whole numbers >= -1',
    },
    { options: { labels: { labels: [], targetWeight: 2 } }, says: 'targetWeight in 0..1, got 2' },
    {
      options: { init: ndArray(new Float32Array(4), [2, 2]) },
      says: 'init to be finite numbers [60, 2], got [2, 2]',
    },
  ])('refuses $options', async ({ options, says }) => {
    await expect(umap(samples, options)).rejects.toThrow(says);
  });

  it('refuses neighbours of other samples', async () => {
    const neighbors = await exactNeighbors(samples, { neighborCount: 9, pool });
    await expect(umap(samples, { ...quick, neighbors })).rejects.toMatchObject({ code: 'E_SHAPE' });
  });

  it.each([0, 1])('refuses %i samples', async (count) => {
    const none = ndArray(new Float32Array(2 * count), [count, 2]);
    await expect(umap(none)).rejects.toMatchObject({ code: 'E_COUNT' });
  });

  it.each([Number.NaN, Infinity])('refuses samples with %d', async (value) => {
    const broken = ndArray(new Float32Array(180).fill(value), [90, 2]);
    await expect(umap(broken)).rejects.toMatchObject({ code: 'E_NOT_FINITE' });
  });

  it('refuses samples that do not fit their shape', async () => {
    await expect(umap({ data: new Float32Array(7), shape: [60, 2] })).rejects.toMatchObject({
      code: 'E_SHAPE',
    });
  });
});
