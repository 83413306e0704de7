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

describe.skipIf(!hasData)('a perceptron with the defaults of 2017', () => {
  it('is within 0.01 of the paper on MNIST', async () => {
    const { train, test } = await loadDataset('mnist', { offline: true });
    const scaler = await new StandardScaler().fit(train.images);
    const [learnt, judged] = [await scaler.transform(train.images), await scaler.transform(test.images)];
    const configuration = expandGrid(baselinesGrid).configurations.find(
      ({ name, parameter }) => name === 'Perceptron' && parameter['penalty'] === 'elasticnet',
    );
    const published = configuration && paperResult(configuration)?.mnist;
    if (!configuration || !published) throw new Error('the baselines have no such perceptron');
    let sum = 0;
    for (let repeat = 0; repeat < REPEATS; repeat++) {
      const run = { seed: repeatSeed(0, repeat), threads: 1 };
      const model = await createClassifier(configuration).fit(learnt, train.labels, run);
      sum += accuracyScore(test.labels, await model.predict(judged, run));
    }
    expect(Math.abs(sum / REPEATS - published)).toBeLessThan(0.01);
  }, 180_000);
});
