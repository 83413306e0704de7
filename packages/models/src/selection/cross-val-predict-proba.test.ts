import { ndArray, type ProgressEvent } from '@fashion-mnist/core';
import { createInlinePool } from '@fashion-mnist/kernels';
import { describe, expect, it } from 'vitest';
import { LinearSVC } from '../linear/linear-svc.ts';
import { KNeighborsClassifier } from '../neighbors/k-neighbors-classifier.ts';
import { crossValPredictProba } from './cross-val-predict-proba.ts';
import { stratifiedKFold } from './stratified-k-fold.ts';
import { takeLabels, takeSamples } from './take-samples.ts';

const labels = Int32Array.from({ length: 40 }, (_, i) => [3, -1, 7][i % 3]!);
const x = ndArray(
  Uint8Array.from({ length: 80 }, (_, i) => (i * 37) % 101),
  [40, 2],
);
const estimator = new KNeighborsClassifier({ nNeighbors: 3 });

describe('crossValPredictProba', () => {
  it('says of each sample what a model of the other folds says', async () => {
    const { classes, probabilities } = await crossValPredictProba(estimator, x, labels, {
      folds: 4,
      shuffle: true,
      seed: 9,
    });
    expect([...classes]).toEqual([-1, 3, 7]);
    for (const { train, test } of stratifiedKFold(labels, { folds: 4, shuffle: true, seed: 9 })) {
      const model = await estimator.fit(takeSamples(x, train), takeLabels(labels, train));
      const expected = await model.predictProba(takeSamples(x, test));
      test.forEach((sample, row) => {
        expect(probabilities.data.subarray(3 * sample, 3 * sample + 3)).toEqual(
          expected.data.subarray(3 * row, 3 * row + 3),
        );
      });
      await model.dispose();
    }
  });

  it('gives a class that a model has not seen no probability', async () => {
    const rare = labels.map((label, i) => (i === 0 ? 99 : label));
    const { classes, probabilities } = await crossValPredictProba(estimator, x, rare, { folds: 4 });
    expect([...classes]).toEqual([-1, 3, 7, 99]);
    expect(probabilities.data[3]).toBe(0);
    expect(probabilities.data.subarray(0, 4).reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
  });

  it('tells its folds, keeps no memory, and stops when aborted', async () => {
    const pool = await createInlinePool();
    const events: ProgressEvent[] = [];
    await crossValPredictProba(estimator, x, labels, {
      folds: 2,
      pool,
      onProgress: (event) => events.push(event),
    });
    expect(events.map(({ stage, completed, total }) => [stage, completed, total])).toEqual([
      ['cross-validate', 0, 2],
      ['cross-validate', 1, 2],
      ['cross-validate', 2, 2],
    ]);
    expect(pool.allocatedBytes).toBe(0);
    const controller = new AbortController();
    const pending = crossValPredictProba(estimator, x, labels, {
      signal: controller.signal,
      onProgress: ({ completed }) => completed === 1 && controller.abort(new Error('enough')),
    });
    await expect(pending).rejects.toThrow('enough');
  });

  it('refuses a classifier without probabilities', async () => {
    await expect(crossValPredictProba(new LinearSVC(), x, labels)).rejects.toMatchObject({
      code: 'E_OPTION',
    });
  });
});
