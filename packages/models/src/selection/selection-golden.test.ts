import { ndArray } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import golden from '../../test/golden/selection.json' with { type: 'json' };
import { KNeighborsClassifier } from '../neighbors/k-neighbors-classifier.ts';
import { crossValScore } from './cross-val-score.ts';
import { parameterGrid } from './parameter-grid.ts';
import type { SplitSize } from './split-sizes.ts';
import { stratifiedKFold } from './stratified-k-fold.ts';
import { trainTestSplit } from './train-test-split.ts';

interface GoldenSizes {
  readonly train_size?: number;
  readonly test_size?: number;
}

/** scikit-learn tells counts from fractions by their type. */
const sizeOf = (size: number | undefined): SplitSize | undefined =>
  size === undefined ? undefined : Number.isInteger(size) ? { count: size } : { fraction: size };

const optionsOf = ({ train_size, test_size }: GoldenSizes) => ({
  trainSize: sizeOf(train_size),
  testSize: sizeOf(test_size),
});

describe('as in scikit-learn', () => {
  it.each(golden.folds)('stratifiedKFold deals samples to $folds folds', ({ labels, folds, tests }) => {
    const splits = stratifiedKFold(Int32Array.from(labels), { folds });
    expect(splits.map(({ test }) => [...test])).toEqual(tests);
    for (const { train, test } of splits)
      expect([...train, ...test].toSorted((a, b) => a - b)).toEqual([...labels.keys()]);
  });

  it.each(golden.stratified)('trainTestSplit takes $train and $test of $classCounts', (wanted) => {
    const labels = Int32Array.from(wanted.classCounts.flatMap((count, label) => Array(count).fill(label)));
    const { train, test } = trainTestSplit(labels.length, { ...optionsOf(wanted.sizes), stratify: labels });
    const countsOf = (indices: Uint32Array) =>
      wanted.classCounts.map((_, label) => indices.filter((index) => labels[index] === label).length);
    expect(countsOf(train)).toEqual(wanted.train);
    expect(countsOf(test)).toEqual(wanted.test);
    expect(new Set([...train, ...test]).size).toBe(train.length + test.length);
  });

  it.each(golden.sizes)('trainTestSplit parts $count samples by $sizes', ({ count, sizes, ...wanted }) => {
    for (const shuffle of [true, false]) {
      const { train, test } = trainTestSplit(count, { ...optionsOf(sizes), shuffle });
      expect({ train: train.length, test: test.length }).toEqual(wanted);
    }
  });

  it.each(golden.grids)('parameterGrid lists all combinations, grid %#', ({ grid, points }) => {
    expect(parameterGrid(grid as Record<string, unknown[]>)).toEqual(points);
  });

  it('crossValScore scores every fold', async () => {
    const { x, y, scores } = golden.crossValidation;
    const samples = ndArray(Uint8Array.from(x.flat()), [x.length, x[0]!.length]);
    const estimator = new KNeighborsClassifier({ nNeighbors: 3 });
    const found = await crossValScore(estimator, samples, Uint8Array.from(y), { folds: 4 });
    scores.forEach((score, fold) => expect(found[fold]).toBeCloseTo(score, 12));
    expect(found.length).toBe(4);
  });
});
