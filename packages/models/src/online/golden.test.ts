import { ndArray } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import golden from '../../test/golden/online.json' with { type: 'json' };
import type { ScaledBytes } from '../samples/features.ts';
import { expectClose } from '../testing/close.ts';
import { onlineClassifier } from './testing.ts';

const [sampleCount = 0, featureCount = 0] = golden.shape;

const rowOf = (row: number): number[] => golden.data.slice(row * featureCount, (row + 1) * featureCount);

function problem(classCount: number): { x: ScaledBytes; y: Int32Array } {
  const kept = golden.labels.flatMap((label, row) => (classCount === 3 || label !== 1 ? [row] : []));
  return {
    x: {
      ...ndArray(Uint8Array.from(kept.flatMap(rowOf)), [kept.length, featureCount]),
      scaling: { mean: Float64Array.from(golden.mean), scale: Float64Array.from(golden.scale) },
    },
    y: Int32Array.from(kept, (row) => golden.labels[row]!),
  };
}

describe('without chance', () => {
  it.each(
    golden.cases.map((expected) => ({
      ...expected,
      name: `${expected.estimator} ${JSON.stringify(expected.options)} of ${expected.classCount} classes${expected.isWeighted ? ', weighted' : ''}`,
    })),
  )('$name learns what scikit-learn learns', async (expected) => {
    const { x, y } = problem(expected.classCount);
    const model = await onlineClassifier(expected.estimator, { ...expected.options, shuffle: false }).fit(
      x,
      y,
      {
        sampleWeight: expected.isWeighted ? golden.weights : undefined,
      },
    );
    expect(model.nIter).toBe(expected.nIter);
    expectClose(model.coef.data, expected.coef, 2e-5);
    expectClose(model.intercept, expected.intercept, 2e-5);
    const first = ndArray(x.data.subarray(0, 6 * featureCount), [6, featureCount]);
    const { data } = await model.decisionFunction({ ...first, scaling: x.scaling });
    expectClose(data, expected.decisions, 2e-5);
    const probabilities = await model.predictProba?.({ ...first, scaling: x.scaling });
    expect(probabilities === undefined).toBe(expected.probabilities === undefined);
    if (probabilities !== undefined) expectClose(probabilities.data, expected.probabilities ?? [], 1e-3);
  });

  it('has samples that make all of this worth a test', () => {
    expect(golden.data.length).toBe(sampleCount * featureCount);
    expect(golden.cases.length).toBeGreaterThan(30);
  });
});
