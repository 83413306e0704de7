import { describe, expect, it } from 'vitest';
import { filterConfigurations } from './filter-configurations.ts';
import { sampleReport } from './testing/sample-report.ts';

const { rows } = sampleReport();

describe('filterConfigurations', () => {
  it.each([
    ['svc', ['SVC', 'LinearSVC']],
    ['SVC rbf', ['SVC']],
    ['  hinge   l1 ', ['LinearSVC']],
    ['hidden_layer_sizes=[100,10]', ['MLPClassifier']],
    ['nothing', []],
  ])('%j finds %j', (text, names) => {
    expect(filterConfigurations(rows, text).map(({ name }) => name)).toEqual(names);
  });

  it('finds everything by nothing', () => {
    expect(filterConfigurations(rows, ' ')).toEqual(rows);
  });

  it('takes a whole description for that one configuration alone', () => {
    const some = [10, 100].map((C) => ({ name: 'SVC', parameter: { C } }));
    expect(filterConfigurations(some, 'svc C=10')).toEqual([some[0]]);
    expect(filterConfigurations(some, 'svc C=1')).toEqual(some);
  });
});
