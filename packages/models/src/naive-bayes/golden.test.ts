import { ndArray } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import golden from '../../test/golden/naive-bayes.json' with { type: 'json' };
import { type Features, featureMatrix, floatFeatures } from '../samples/features.ts';
import { GaussianNB } from './gaussian-nb.ts';

const bytes = ndArray(Uint8Array.from(golden.data), golden.shape);
const scaling = { mean: Float64Array.from(golden.mean), scale: Float64Array.from(golden.scale) };
const scaled = { ...bytes, scaling };
const floats = ndArray(floatFeatures(featureMatrix(scaled)), golden.shape);
const kinds: Readonly<Record<string, Features>> = { bytes, scaled, floats };
const first = {
  bytes: firstRows(bytes),
  scaled: { ...firstRows(bytes), scaling },
  floats: firstRows(floats),
};

function firstRows<T extends Uint8Array | Float32Array>({ data }: { data: T }) {
  const [, width = 0] = golden.shape;
  return ndArray(data.subarray(0, 12 * width) as T, [12, width]);
}

/** Float64 throughout: what is left is the order of sums. */
function expectClose(actual: Float64Array, expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => {
    expect(Math.abs(actual[i]! - value)).toBeLessThanOrEqual(1e-9 * Math.max(1e-3, Math.abs(value)));
  });
}

describe('GaussianNB', () => {
  it.each(
    golden.cases.map((expected) => ({
      ...expected,
      name: `${expected.kind} ${JSON.stringify(expected.options)}${expected.isWeighted ? ', weighted' : ''}, ${expected.classPrior.length} classes`,
    })),
  )('learns and predicts what scikit-learn does: $name', async (expected) => {
    const x = kinds[expected.kind]!;
    const isSingle = expected.classPrior.length === 1;
    const y = Int32Array.from(golden.labels, (label) => (isSingle ? 5 : label));
    const sampleWeight = expected.isWeighted ? golden.weights : undefined;
    const model = await new GaussianNB(expected.options).fit(x, y, { sampleWeight });
    expectClose(model.theta.data, expected.theta);
    expectClose(model.variance.data, expected.variance);
    expectClose(model.classPrior, expected.classPrior);
    expect(model.epsilon / expected.epsilon).toBeCloseTo(1, 12);
    const some = first[expected.kind as keyof typeof first];
    expectClose((await model.predictJointLogProba(some)).data, expected.joint);
    expectClose((await model.predictProba(some)).data, expected.probabilities);
    expect([...(await model.predict(x))]).toEqual(expected.predictions);
  });
});
