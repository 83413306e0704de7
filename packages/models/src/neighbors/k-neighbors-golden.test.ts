import { ndArray } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import golden from '../../test/golden/neighbors.json' with { type: 'json' };
import type { Features } from '../samples/features.ts';
import { KNeighborsClassifier } from './k-neighbors-classifier.ts';
import type { VoteWeights } from './votes.ts';

const scaling = { mean: Float64Array.from(golden.mean), scale: Float64Array.from(golden.scale) };
const labels = Int32Array.from(golden.labels);

/** The samples as bytes, and as floats of the same values. */
function waysOf({ data, shape }: typeof golden.references, isScaled: boolean): Features[] {
  const bytes = ndArray(Uint8Array.from(data), shape);
  const floats = Float32Array.from(data, (value, i) => {
    const feature = i % scaling.mean.length;
    return isScaled ? (value - scaling.mean[feature]!) / scaling.scale[feature]! : value;
  });
  return [isScaled ? { ...bytes, scaling } : bytes, ndArray(floats, shape)];
}

describe('KNeighborsClassifier answers as in scikit-learn', () => {
  it.each(golden.cases)('scaled $isScaled, p $p, $weights, $nNeighbors neighbours', async (wanted) => {
    const { nNeighbors, p, isScaled } = wanted;
    const options = { nNeighbors, p, weights: wanted.weights as VoteWeights };
    const references = waysOf(golden.references, isScaled);
    const queries = waysOf(golden.queries, isScaled);
    for (const [fitted, asked] of [
      [references[0]!, queries[0]!],
      [references[1]!, queries[1]!],
      [references[0]!, queries[1]!],
      [references[1]!, queries[0]!],
    ] as const) {
      const model = await new KNeighborsClassifier(options).fit(fitted, labels);
      const { indices, distances } = await model.kneighbors(asked);
      expect([...indices.data]).toEqual(wanted.indices.flat());
      const probabilities = await model.predictProba(asked);
      expect([...(await model.predict(asked))]).toEqual(wanted.labels);
      // Distances are float32, and features too where they are not bytes.
      expectClose(distances.data, wanted.distances.flat(), 1e-5);
      expectClose(probabilities.data, wanted.probabilities.flat(), 1e-5);
      await model.dispose();
    }
  });

  it('with neighbours at distance 0', async () => {
    const { data, shape } = golden.references;
    const length = data.length / shape[0]!;
    const rows = [...data.slice(0, 30 * length), ...data.slice(0, 10 * length)];
    const x = ndArray(Uint8Array.from(rows), [40, length]);
    const options = { weights: 'distance', metric: 'manhattan' } as const;
    const model = await new KNeighborsClassifier(options).fit(x, Int32Array.from(golden.atZero.labels));
    expect([...(await model.predict(x))]).toEqual(golden.atZero.predicted);
    expect([...(await model.predictProba(x)).data]).toEqual(golden.atZero.probabilities.flat());
    await model.dispose();
  });
});

function expectClose(actual: ArrayLike<number>, wanted: readonly number[], tolerance: number): void {
  expect(actual.length).toBe(wanted.length);
  wanted.forEach((value, i) => expect(Math.abs(actual[i]! - value)).toBeLessThan(tolerance * (1 + value)));
}
