import { describe, expect, it } from 'vitest';
import { paperResult, paperResults } from './paper-results.ts';

describe('paperResults', () => {
  it('has 126 published rows and the three that the paper leaves out', () => {
    expect(paperResults).toHaveLength(129);
    const unpublished = paperResults.filter(({ fashion, mnist }) => fashion === null && mnist === null);
    expect(unpublished.map(({ name, parameter }) => ({ name, parameter }))).toEqual([
      { name: 'LogisticRegression', parameter: { C: 100, multi_class: 'ovr', penalty: 'l1' } },
      {
        name: 'GradientBoostingClassifier',
        parameter: { loss: 'deviance', max_depth: 50, n_estimators: 50 },
      },
      {
        name: 'GradientBoostingClassifier',
        parameter: { loss: 'deviance', max_depth: 50, n_estimators: 100 },
      },
    ]);
    const published = paperResults.filter((result) => !unpublished.includes(result));
    for (const { fashion, mnist } of published)
      for (const accuracy of [fashion, mnist])
        expect(accuracy).toSatisfy((value: number) => value > 0 && value < 1);
  });

  it('has the best rows that the paper names', () => {
    const best = (column: 'fashion' | 'mnist') =>
      paperResults.toSorted((a, b) => (b[column] ?? 0) - (a[column] ?? 0))[0];
    expect(best('fashion')).toMatchObject({
      name: 'SVC',
      parameter: { C: 10, kernel: 'rbf' },
      fashion: 0.897,
    });
    expect(best('mnist')).toMatchObject({ name: 'SVC', parameter: { C: 100, kernel: 'poly' }, mnist: 0.978 });
  });
});

describe('paperResult', () => {
  it('finds a row by its parameters in any order', () => {
    const parameter = { weights: 'uniform', p: 2, n_neighbors: 5 };
    expect(paperResult({ name: 'KNeighborsClassifier', parameter })).toMatchObject({
      fashion: 0.849,
      mnist: 0.944,
    });
  });

  it('has nothing to say of other configurations', () => {
    expect(paperResult({ name: 'KNeighborsClassifier', parameter: { n_neighbors: 5 } })).toBeUndefined();
    expect(
      paperResult({ name: 'GaussianProcessClassifier', parameter: { multi_class: 'one_vs_one' } }),
    ).toBeUndefined();
  });
});
