import { createRng } from '@fashion-mnist/core';
import { createInlinePool } from '@fashion-mnist/kernels';
import { describe, expect, it } from 'vitest';
import { featureMatrix } from '../samples/features.ts';
import { NetworkLoss } from './network-loss.ts';
import { glorotWeights } from './network-weights.ts';
import { packParameters } from './parameter-panels.ts';

describe.each([
  ['identity', 3, 2e-2, 1e-4],
  ['logistic', 3, 2e-2, 1e-4],
  ['tanh', 2, 2e-2, 1e-4],
  // A short step, so that hardly a unit switches within it; rounding of the losses then shows more.
  ['relu', 4, 1e-3, 1e-3],
] as const)('the gradient of the loss with %s and %s classes', (activation, classCount, step, tolerance) => {
  it('equals finite differences', async () => {
    const rng = createRng(11);
    const [sampleCount, featureCount] = [23, 5];
    const data = Float32Array.from({ length: sampleCount * featureCount }, () => rng.nextNormal());
    const codes = Int32Array.from({ length: sampleCount }, () => rng.nextInt(classCount));
    const matrix = featureMatrix({ data, shape: [sampleCount, featureCount] });
    const pool = await createInlinePool();
    const options = { hiddenLayerSizes: [9, 3], activation, alpha: 0.3 };
    const loss = await NetworkLoss.place(pool, pool.region(), { matrix, codes, classCount }, options);
    const { sizes, layout } = loss.network;
    const weights = glorotWeights(rng, sizes, activation);
    const point = Float64Array.from(packParameters(weights, layout));
    const { gradient } = await loss.at(point, {});
    const used = [...point.keys()].filter((i) => point[i] !== 0);
    expect(used.length).toBe(weights.reduce((sum, w) => sum + w.coef.length + w.intercept.length, 0));
    for (const i of used) {
      const valueAt = async (shift: number) => (await loss.at(point.with(i, point[i]! + shift), {})).value;
      const [near, far] = [
        (await valueAt(step / 2)) - (await valueAt(-step / 2)),
        (await valueAt(step)) - (await valueAt(-step)),
      ];
      const slope = (8 * near - far) / (6 * step);
      expect(Math.abs(slope - gradient[i]!)).toBeLessThan(tolerance);
    }
  });
});
