import { loadDataset } from '@fashion-mnist/dataset-fetch';
import { accuracyScore, StandardScaler } from '@fashion-mnist/models';
import { describe, expect, it } from 'vitest';
import { baselinesGrid } from '../grid/baselines-grid.ts';
import { createClassifier } from '../grid/create-classifier.ts';
import { expandGrid } from '../grid/expand-grid.ts';
import { repeatSeed } from '../jobs/repeat-seed.ts';
import { paperResult } from './paper-results.ts';

/** Scores of a perceptron vary by 0.03 from shuffle to shuffle; the paper has the mean of five. */
const REPEATS = 5;

const hasData = process.env['FASHION_MNIST_TEST_MNIST'] === 'present';

describe.skipIf(!hasData)('perceptrons with the defaults of 2017', () => {
  it('are within 0.01 of the paper on MNIST', async () => {
    const { train, test } = await loadDataset('mnist', { offline: true });
    const scaler = await new StandardScaler().fit(train.images);
    const [learnt, judged] = [await scaler.transform(train.images), await scaler.transform(test.images)];
    const perceptrons = expandGrid(baselinesGrid).configurations.filter(({ name }) => name === 'Perceptron');
    expect(perceptrons).toHaveLength(3);
    for (const configuration of perceptrons) {
      let sum = 0;
      for (let repeat = 0; repeat < REPEATS; repeat++) {
        const classifier = createClassifier(configuration);
        const model = await classifier.fit(learnt, train.labels, { seed: repeatSeed(0, repeat) });
        sum += accuracyScore(test.labels, await model.predict(judged));
      }
      expect(Math.abs(sum / REPEATS - (paperResult(configuration)?.mnist ?? 0))).toBeLessThan(0.01);
    }
  });
});
