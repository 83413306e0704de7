import { describe, expect, it } from 'vitest';
import golden from '../../test/golden/boosting.json' with { type: 'json' };
import { estimators } from '../estimators.ts';
import type { Features } from '../samples/features.ts';
import type { FittedBoosting } from './fitted-boosting.ts';

type Case = (typeof golden.cases)[number];

/** Scikit-learn's HistGradientBoosting keeps gradients in float32, and we keep both in whole units. */
const TOLERANCE = 5e-6;

interface Fitted extends FittedBoosting {
  readonly trainScore: Float64Array;
  readonly featureImportances?: Float64Array;
}

function featuresOf({ kind, x }: Case['problem']): Features {
  const values = x.flat();
  const data = kind === 'bytes' ? Uint8Array.from(values) : Float32Array.from(values);
  return { data, shape: [x.length, values.length / x.length] };
}

describe.each([...golden.cases])(
  '$estimator with $options',
  ({ estimator: name, problem, options, rounds, wanted }) => {
    const x = featuresOf(problem);
    const estimator = estimators.find((candidate) => candidate.name === name)!;
    const fit = () =>
      estimator
        .create(options)
        .fit(x, Int32Array.from(problem.y), { sampleWeight: problem.weights }) as Promise<Fitted>;

    it('says what scikit-learn says, after as many rounds', async () => {
      const model = await fit();
      const scores = await model.decisionFunction(x);
      expectClose(scores.data.subarray(0, wanted.scores.flat().length), wanted.scores.flat());
      const shares = await model.predictProba(x);
      expectClose(shares.data.subarray(0, wanted.probabilities.flat().length), wanted.probabilities.flat());
      expect([...(await model.predict(x)).subarray(0, wanted.labels.length)]).toEqual(wanted.labels);
      expectClose(model.trainScore, wanted.trainScore);
      if (wanted.featureImportances !== undefined)
        expectClose(model.featureImportances!, wanted.featureImportances);
      expect(model.state().arrays['roots']!.data.length).toBe(1 + rounds * (scores.shape[1] ?? 1));
    });
  },
);

function expectClose(actual: ArrayLike<number>, wanted: readonly number[]): void {
  expect(actual.length).toBe(wanted.length);
  for (const [i, value] of wanted.entries()) expect(Math.abs(actual[i]! - value)).toBeLessThan(TOLERANCE);
}
