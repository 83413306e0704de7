import { createRng, ndArray, type ProgressEvent } from '@fashion-mnist/core';
import { createInlinePool } from '@fashion-mnist/kernels';
import { describe, expect, it } from 'vitest';
import { KNeighborsClassifier } from '../neighbors/k-neighbors-classifier.ts';
import { crossValScore } from './cross-val-score.ts';
import { parameterGrid } from './parameter-grid.ts';
import { proportionalCounts } from './proportional-counts.ts';
import { stratifiedKFold } from './stratified-k-fold.ts';
import { takeLabels, takeSamples } from './take-samples.ts';
import { trainTestSplit } from './train-test-split.ts';

const labels = Int32Array.from({ length: 90 }, (_, i) => (i % 9 === 0 ? -5 : i % 2));

describe('trainTestSplit', () => {
  it('takes other samples for another seed, and the same for the same', () => {
    for (const stratify of [undefined, labels]) {
      const split = (seed: number) => trainTestSplit(90, { stratify, seed });
      expect(split(1)).toEqual(split(1));
      expect(split(1)).not.toEqual(split(2));
    }
  });

  it('keeps the order of the samples on request', () => {
    const { train, test } = trainTestSplit(6, {
      shuffle: false,
      testSize: { count: 2 },
      trainSize: { count: 3 },
    });
    expect([[...train], [...test]]).toEqual([
      [0, 1, 2],
      [3, 4],
    ]);
  });

  it.each([
    [{ testSize: { count: 90 } }, 'E_OPTION'],
    [{ testSize: { count: 0 } }, 'E_OPTION'],
    [{ testSize: { fraction: 1 } }, 'E_OPTION'],
    [{ trainSize: { fraction: Number.NaN } }, 'E_OPTION'],
    [{ trainSize: { fraction: 0.6 }, testSize: { fraction: 0.6 } }, 'E_OPTION'],
    [{ trainSize: { fraction: 0.001 } }, 'E_OPTION'],
    [{ stratify: labels, shuffle: false }, 'E_OPTION'],
    [{ stratify: labels, testSize: { count: 2 } }, 'E_OPTION'],
    [{ stratify: labels.subarray(1) }, 'E_SHAPE'],
    [{ stratify: labels.map((label, i) => (i === 4 ? 77 : label)) }, 'E_LABELS'],
  ])('refuses %j', (options, code) => {
    expect(() => trainTestSplit(90, options)).toThrow(expect.objectContaining({ code }));
  });
});

describe('proportionalCounts', () => {
  it('draws as many as asked, from no class more than it has, and nearly in proportion', () => {
    const rng = createRng(1);
    for (let round = 0; round < 200; round++) {
      const counts = Array.from({ length: 1 + rng.nextInt(8) }, () => rng.nextInt(50));
      counts[0]! += 1;
      const total = counts.reduce((sum, count) => sum + count, 0);
      const drawCount = rng.nextInt(total + 1);
      const drawn = proportionalCounts(counts, drawCount, rng);
      expect(drawn.reduce((sum, count) => sum + count, 0)).toBe(drawCount);
      drawn.forEach((count, code) => {
        expect(count).toBeLessThanOrEqual(counts[code]!);
        expect(Math.abs(count - (counts[code]! / total) * drawCount)).toBeLessThan(1);
      });
    }
  });

  it('gives equal remainders to either class, by chance', () => {
    const draws = Array.from({ length: 40 }, (_, seed) => proportionalCounts([5, 5], 3, createRng(seed))[0]);
    expect(new Set(draws)).toEqual(new Set([1, 2]));
  });
});

describe('stratifiedKFold', () => {
  it('deals the same numbers of each class by chance', () => {
    const countsIn = (folds: ReturnType<typeof stratifiedKFold>) =>
      folds.map(({ test }) => [-5, 0, 1].map((label) => test.filter((i) => labels[i] === label).length));
    const shuffled = stratifiedKFold(labels, { folds: 4, shuffle: true, seed: 3 });
    expect(countsIn(shuffled)).toEqual(countsIn(stratifiedKFold(labels, { folds: 4 })));
    expect(shuffled).not.toEqual(stratifiedKFold(labels, { folds: 4 }));
    expect(shuffled).toEqual(stratifiedKFold(labels, { folds: 4, shuffle: true, seed: 3 }));
  });

  it('refuses fewer than two folds, and more than any class can fill', () => {
    expect(() => stratifiedKFold(labels, { folds: 1 })).toThrow(/folds: expected a whole number >= 2/);
    expect(() => stratifiedKFold(Uint8Array.of(0, 0, 1), { folds: 3 })).toThrow(/class of at least 3/);
  });
});

describe('takeSamples and takeLabels', () => {
  it('take rows in any order, with their shape and scaling', () => {
    const bytes = ndArray(Uint8Array.of(1, 2, 3, 4, 5, 6), [3, 1, 2]);
    const scaling = { mean: new Float64Array(2), scale: Float64Array.of(1, 2) };
    const taken = takeSamples({ ...bytes, scaling }, [2, 0, 2, 1]);
    expect(taken).toEqual({ data: Uint8Array.of(5, 6, 1, 2, 5, 6, 3, 4), shape: [4, 1, 2], scaling });
    const floats = ndArray(Float32Array.of(0.5, 1.5), [2, 1]);
    expect(takeSamples(floats, Uint32Array.of(1))).toEqual({ data: Float32Array.of(1.5), shape: [1, 1] });
    expect(takeLabels(Uint8Array.of(7, 8, 9), [1, 1])).toEqual(Uint8Array.of(8, 8));
    expect(takeLabels(Int32Array.of(-7, 8), [0])).toEqual(Int32Array.of(-7));
  });

  it.each([[[3]], [[-1]], [[0.5]]])('refuse %j of three', (indices) => {
    expect(() => takeLabels(Uint8Array.of(7, 8, 9), indices)).toThrow(/in 0..2/);
    expect(() => takeSamples(ndArray(new Uint8Array(3), [3, 1]), indices)).toThrow(/in 0..2/);
  });
});

describe('parameterGrid', () => {
  it('refuses a parameter without values', () => {
    expect(() => parameterGrid({ p: [1], weights: [] })).toThrow(/weights: expected at least one value/);
  });
});

describe('crossValScore', () => {
  const x = ndArray(
    Uint8Array.from({ length: 90 }, (_, i) => 20 * (labels[i]! + 5) + (i % 7)),
    [90, 1],
  );
  const estimator = new KNeighborsClassifier({ nNeighbors: 1 });

  it('takes splits as they are, tells its folds, and keeps no memory', async () => {
    const pool = await createInlinePool();
    const events: ProgressEvent[] = [];
    const split = trainTestSplit(90, { seed: 4 });
    const scores = await crossValScore(estimator, x, labels, {
      folds: [split, split],
      pool,
      onProgress: (event) => events.push(event),
    });
    expect([...scores]).toEqual([1, 1]);
    expect(events.map(({ stage, completed, total }) => [stage, completed, total])).toEqual([
      ['cross-validate', 0, 2],
      ['cross-validate', 1, 2],
      ['cross-validate', 2, 2],
    ]);
    expect(pool.allocatedBytes).toBe(0);
  });

  it('stops when aborted', async () => {
    const controller = new AbortController();
    const pending = crossValScore(estimator, x, labels, {
      signal: controller.signal,
      onProgress: ({ completed }) => completed === 1 && controller.abort(new Error('enough')),
    });
    await expect(pending).rejects.toThrow('enough');
  });

  it('refuses labels that do not fit', async () => {
    await expect(crossValScore(estimator, x, labels.subarray(1))).rejects.toMatchObject({ code: 'E_SHAPE' });
  });
});
