import { describe, expect, it } from 'vitest';
import golden from '../../test/golden/logistic.json' with { type: 'json' };
import type { LogisticRegressionOptions } from './logistic/logistic-options.ts';
import { labelsOf, objectiveOf, rowsOf, samplesOf } from './logistic/testing/golden-problem.ts';
import { type FittedLogisticRegression, LogisticRegression } from './logistic-regression.ts';

type Case = (typeof golden.cases)[number];

const optionsOf = ({ options }: Case) => options as LogisticRegressionOptions;

function fitCase(one: Case, others: LogisticRegressionOptions = {}): Promise<FittedLogisticRegression> {
  const rows = rowsOf(one.classes);
  const sampleWeight = one.weighted ? rows.map((row) => golden.weights[row] ?? 0) : undefined;
  const classifier = new LogisticRegression({ ...optionsOf(one), ...others });
  return classifier.fit(samplesOf(rows), labelsOf(rows), { sampleWeight });
}

/** The largest difference of two lists. */
function distance(actual: ArrayLike<number>, expected: readonly number[]): number {
  expect(actual.length).toBe(expected.length);
  return Math.max(...expected.map((value, i) => Math.abs(value - (actual[i] ?? Number.NaN))));
}

describe('LogisticRegression finds what scikit-learn finds:', () => {
  // Losses of float32 margins are good to 1e-7, so what minimises them to the root of that.
  it.each(golden.cases)('$name', async (one) => {
    const model = await fitCase(one, { tol: 1e-6 });
    expect(model.converged).toBe(true);
    expect(model.nIter.length).toBe(one.nIter.length);
    if (one.isUnique) expect(distance(model.coef.data, one.coef)).toBeLessThan(3e-3);
    expect(distance(model.intercept, one.intercept)).toBeLessThan(3e-3);
    const first = samplesOf(rowsOf(one.classes).slice(0, 3));
    expect(distance((await model.predictProba(first)).data, one.probabilities)).toBeLessThan(3e-3);
    if (one.isUnique)
      expect(distance((await model.decisionFunction(first)).data, one.decisions)).toBeLessThan(1e-2);
  });

  const unweighted = golden.cases.filter(({ name }) => !/weights of|balanced/.test(name));
  it.each(unweighted)('$name, within 1e-5 of its objective at the default tolerance', async (one) => {
    const { coef, intercept } = await fitCase(one);
    const ours = objectiveOf(optionsOf(one), one.classes, {
      coef: [...coef.data],
      intercept: [...intercept],
    });
    const theirs = objectiveOf(optionsOf(one), one.classes, one);
    expect(Math.abs(ours - theirs)).toBeLessThan(1e-5 * theirs);
  });

  it.each(golden.early)('$name, where the iterations are used up', async (one) => {
    const model = await fitCase(one as Case);
    expect([...model.nIter]).toEqual(one.nIter);
    expect(model.converged).toBe(false);
    expect(distance(model.coef.data, one.coef)).toBeLessThan(1e-4);
    expect(distance(model.intercept, one.intercept)).toBeLessThan(1e-4);
  });
});
