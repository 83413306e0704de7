import { createRng } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import { GradientBoostingClassifier } from './gradient-boosting-classifier.ts';
import { HistGradientBoostingClassifier } from './hist-gradient-boosting-classifier.ts';
import { noisyProblem } from './testing/noisy-problem.ts';

const { bytes, shape, y } = noisyProblem(150, 20, 3);
const x = { data: bytes, shape };

describe('GradientBoostingClassifier', () => {
  it('stops when held-out samples are predicted no better', async () => {
    const noise = noisyProblem(200, 4, 2, 9);
    const shuffled = createRng(4).permutation(200);
    const labels = Int32Array.from(shuffled, (row) => noise.y[row]!);
    const classifier = new GradientBoostingClassifier({
      nIterNoChange: 2,
      nEstimators: 60,
      learningRate: 0.8,
    });
    const model = await classifier.fit({ data: noise.bytes, shape: noise.shape }, labels);
    expect(model.nEstimators).toBeLessThan(60);
    expect(model.trainScore).toHaveLength(model.nEstimators);
  });

  it('grows to pure leaves when nothing limits it', async () => {
    const model = await new GradientBoostingClassifier({
      maxDepth: null,
      nEstimators: 1,
      learningRate: 1,
    }).fit(x, y);
    expect(await model.score(x, y)).toBe(1);
  });

  it('looks at further features while those it drew are constant', async () => {
    const data = Uint8Array.from({ length: 600 }, (_, i) =>
      i % 30 === 29 ? 20 * (Math.floor(i / 30) % 2) : 5,
    );
    const labels = Int32Array.from({ length: 20 }, (_, i) => i % 2);
    const classifier = new GradientBoostingClassifier({ maxFeatures: { count: 1 }, nEstimators: 2 });
    const model = await classifier.fit({ data, shape: [20, 30] }, labels);
    expect([...(await model.predict({ data, shape: [20, 30] }))]).toEqual([...labels]);
    expect(model.featureImportances[29]).toBe(1);
  });

  it('refuses to go on when the loss overflows', async () => {
    const two = Int32Array.from(y, (label) => Math.max(label, -2));
    const classifier = new GradientBoostingClassifier({ loss: 'exponential', learningRate: 1e4 });
    await expect(classifier.fit(x, two)).rejects.toMatchObject({ code: 'E_NOT_FINITE' });
  });

  it('refuses the exponential loss of three classes', async () => {
    await expect(new GradientBoostingClassifier({ loss: 'exponential' }).fit(x, y)).rejects.toMatchObject({
      code: 'E_LABELS',
    });
  });

  it.each([
    { subsample: 0 },
    { maxDepth: 0 },
    { maxFeatures: { count: 0 } },
    { minSamplesLeaf: { fraction: 1 } },
  ])('refuses %o', (options) => {
    expect(() => new GradientBoostingClassifier(options)).toThrow(
      expect.objectContaining({ code: 'E_OPTION' }),
    );
  });
});

describe('HistGradientBoostingClassifier', () => {
  it('stops when held-out samples are predicted no better, by default only with many samples', async () => {
    const options = { maxIter: 80, learningRate: 0.9, nIterNoChange: 3, minSamplesLeaf: 3 };
    const stopped = await new HistGradientBoostingClassifier({ ...options, earlyStopping: true }).fit(x, y);
    expect(stopped.nIter).toBeLessThan(80);
    expect(stopped.validationScore).toHaveLength(stopped.nIter + 1);
    const whole = await new HistGradientBoostingClassifier({ ...options, maxIter: 6 }).fit(x, y);
    expect(whole.nIter).toBe(6);
    expect(whole.trainScore).toHaveLength(0);
  });

  it.each([{ maxBins: 256 }, { learningRate: 0 }, { maxFeatures: 0 }, { earlyStopping: 'yes' as 'auto' }])(
    'refuses %o',
    (options) => {
      expect(() => new HistGradientBoostingClassifier(options)).toThrow(
        expect.objectContaining({ code: 'E_OPTION' }),
      );
    },
  );
});
