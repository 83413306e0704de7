import { createRng } from '@fashion-mnist/core';
import { createInlinePool } from '@fashion-mnist/kernels';
import { describe, expect, it } from 'vitest';
import type { FitRun } from '../classifier.ts';
import type { Features } from '../samples/features.ts';
import { everyPool, expectSameOnEveryPool } from '../testing/on-every-pool.ts';
import { GradientBoostingClassifier } from './gradient-boosting-classifier.ts';
import { HistGradientBoostingClassifier } from './hist-gradient-boosting-classifier.ts';
import { noisyProblem } from './testing/noisy-problem.ts';

const { bytes, shape, y } = noisyProblem(150, 20, 3);
const x = { data: bytes, shape };

describe('pools', () => {
  const runs = {
    bytes: (run: FitRun) =>
      new GradientBoostingClassifier({ nEstimators: 3, subsample: 0.7, maxFeatures: { fraction: 0.3 } }).fit(
        x,
        y,
        run,
      ),
    'bytes, until leaves are pure': (run: FitRun) =>
      new GradientBoostingClassifier({ nEstimators: 3, maxDepth: null }).fit(x, y, run),
    'ranks, with held-out samples': (run: FitRun) =>
      new GradientBoostingClassifier({ nEstimators: 3, nIterNoChange: 2 }).fit(
        manyValues(),
        labels300(),
        run,
      ),
    'bins, with held-out samples': (run: FitRun) =>
      new HistGradientBoostingClassifier({ maxIter: 3, maxFeatures: 0.5, earlyStopping: true }).fit(
        x,
        y,
        run,
      ),
  };

  it.each(Object.entries(runs))('give the same model and scores of %s', async (_, fit) => {
    await expectSameOnEveryPool(async (pool) => {
      const model = await fit({ pool, seed: 11 });
      const features = model.featureCount === 20 ? x : manyValues();
      return { state: model.state(), scores: await model.decisionFunction(features, { pool }) };
    });
  });

  it.each([
    ['GradientBoostingClassifier', new GradientBoostingClassifier({ nEstimators: 2, maxDepth: 4 })],
    ['HistGradientBoostingClassifier', new HistGradientBoostingClassifier({ maxIter: 2, maxLeafNodes: 12 })],
  ] as const)('grow the trees of %s from kept histograms as without any', async (_, classifier) => {
    const large = noisyProblem(6000, 4, 3);
    const features = { data: large.bytes, shape: large.shape };
    const [, pool] = await everyPool();
    const plain = await createInlinePool({ kernels: 'typescript' });
    const [kept, summed] = [
      (await classifier.fit(features, large.y, { pool })).state().arrays,
      (await classifier.fit(features, large.y, { pool: plain })).state().arrays,
    ];
    await plain.dispose();
    for (const name of ['features', 'thresholds', 'lefts']) expect(kept[name]).toEqual(summed[name]);
    for (const [node, value] of kept['values']!.data.entries())
      expect(value).toBeCloseTo(Number(summed['values']!.data[node]), 12);
  });

  it('draw by the seed', async () => {
    const [pool] = await everyPool();
    const [one, same, other] = await Promise.all([1, 1, 2].map((seed) => runs.bytes({ pool, seed })));
    expect(one!.state()).toEqual(same!.state());
    expect(one!.state()).not.toEqual(other!.state());
  });

  it.each([
    ['GradientBoostingClassifier', new GradientBoostingClassifier({ nEstimators: 500 })],
    ['HistGradientBoostingClassifier', new HistGradientBoostingClassifier({ maxIter: 500 })],
  ] as const)('are free again when %s is aborted in the middle', async (_, classifier) => {
    for (const pool of await everyPool()) {
      const controller = new AbortController();
      const reason = new Error('enough');
      let rounds = 0;
      const onProgress = () => {
        if (++rounds === 3) controller.abort(reason);
      };
      await expect(classifier.fit(x, y, { pool, signal: controller.signal, onProgress })).rejects.toBe(
        reason,
      );
      expect(rounds).toBe(3);
      expect(pool.allocatedBytes).toBe(0);
      await expect(runs.bytes({ pool })).resolves.toMatchObject({ nEstimators: 3 });
    }
  });
});

/** More values of a feature than a byte has. */
function manyValues(): Features {
  const rng = createRng(5);
  const data = Float32Array.from({ length: 900 }, (_, i) => (Math.floor(i / 3) % 3) + rng.nextNormal());
  return { data, shape: [300, 3] };
}

function labels300(): Int32Array {
  return Int32Array.from({ length: 300 }, (_, i) => i % 3);
}
