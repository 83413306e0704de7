import { describe, expect, it } from 'vitest';
import type { FitRun } from '../classifier.ts';
import type { FittedBoosting } from './fitted-boosting.ts';
import { GradientBoostingClassifier } from './gradient-boosting-classifier.ts';
import { HistGradientBoostingClassifier } from './hist-gradient-boosting-classifier.ts';

const [SAMPLES, FEATURES, ROUNDS] = [30, 40, 200];
/** All features part the samples alike; every other one the other way round. */
const x = {
  data: Uint8Array.from({ length: SAMPLES * FEATURES }, (_, i) => {
    const [row, feature] = [Math.floor(i / FEATURES), i % FEATURES];
    return feature % 2 === 0 ? row : 200 - row;
  }),
  shape: [SAMPLES, FEATURES],
};
const y = Int32Array.from({ length: SAMPLES }, (_, row) => Math.floor(row / 10));

function featuresAtRoots(model: FittedBoosting): number[] {
  const { roots, features } = model.state().arrays;
  return Array.from(roots!.data.subarray(0, -1), (root) => Number(features!.data[root]));
}

describe('features that split equally well', () => {
  const stumps = (run: FitRun) =>
    new GradientBoostingClassifier({ nEstimators: ROUNDS, maxDepth: 1 }).fit(x, y, run);

  it('are taken equally often by GradientBoostingClassifier', async () => {
    const taken = featuresAtRoots(await stumps({ seed: 1 }));
    const expected = (3 * ROUNDS) / FEATURES;
    const counts = Array.from(
      { length: FEATURES },
      (_, feature) => taken.filter((f) => f === feature).length,
    );
    // Chi-squared with 39 degrees of freedom exceeds 72 once in a thousand.
    expect(counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)).toBeLessThan(72);
  });

  it('are taken by GradientBoostingClassifier as the seed says', async () => {
    const [one, same, other] = await Promise.all([1, 1, 2].map((seed) => stumps({ seed })));
    expect(featuresAtRoots(one!)).toEqual(featuresAtRoots(same!));
    expect(featuresAtRoots(one!)).not.toEqual(featuresAtRoots(other!));
  });

  it('leave it to the first in HistGradientBoostingClassifier, as in scikit-learn', async () => {
    const model = await new HistGradientBoostingClassifier({ maxIter: 5, minSamplesLeaf: 4 }).fit(x, y, {
      seed: 1,
    });
    expect(new Set(featuresAtRoots(model))).toEqual(new Set([0]));
  });
});
