import { describe, expect, it } from 'vitest';
import { paperResults } from '../paper/paper-results.ts';
import { baselinesGrid } from './baselines-grid.ts';
import { createClassifier } from './create-classifier.ts';
import { expandGrid } from './expand-grid.ts';
import { countCombinations, type Grid } from './grid.ts';

const grid = (parts: Partial<Grid>): Grid => ({ common: {}, classifiers: {}, defaults: {}, ...parts });

describe('expandGrid', () => {
  it('changes the last list fastest, over all objects of a family', () => {
    const { configurations } = expandGrid(
      grid({
        classifiers: {
          SVC: [{ C: [10, 1], kernel: ['rbf', 'linear'] }, { degree: [2, 3] }],
          GaussianNB: [{}],
        },
      }),
    );
    expect(configurations.map(({ name, parameter }) => [name, ...Object.values(parameter)])).toEqual([
      ['SVC', 10, 2, 'rbf'],
      ['SVC', 10, 3, 'rbf'],
      ['SVC', 10, 2, 'linear'],
      ['SVC', 10, 3, 'linear'],
      ['SVC', 1, 2, 'rbf'],
      ['SVC', 1, 3, 'rbf'],
      ['SVC', 1, 2, 'linear'],
      ['SVC', 1, 3, 'linear'],
      ['GaussianNB'],
    ]);
  });

  it('merges what is common into every configuration, unless a list says otherwise', () => {
    const { configurations } = expandGrid(
      grid({ common: { tol: 0.01 }, classifiers: { SVC: [{ C: [1] }], Perceptron: [{ tol: [0.1, 0.2] }] } }),
    );
    expect(configurations.map(({ parameter }) => parameter)).toEqual([
      { C: 1, tol: 0.01 },
      { tol: 0.1 },
      { tol: 0.2 },
    ]);
  });

  it('keeps defaults apart from parameters, and drops those that are overridden', () => {
    const { configurations } = expandGrid(
      grid({
        classifiers: { SVC: [{ gamma: [0.5], C: [1] }], GaussianNB: [{}] },
        defaults: { SVC: { gamma: 'auto', degree: 2 } },
      }),
    );
    expect(configurations).toEqual([
      { name: 'SVC', parameter: { C: 1, gamma: 0.5 }, defaults: { degree: 2 } },
      { name: 'GaussianNB', parameter: {}, defaults: {} },
    ]);
  });

  it('leaves out what cannot be created, with the reason in scikit-learn’s spelling', () => {
    const { configurations, leftOut } = expandGrid(
      grid({
        classifiers: { LogisticRegression: [{ multi_class: ['multinomial', 'ovr'], solver: ['liblinear'] }] },
      }),
    );
    expect(configurations).toHaveLength(1);
    expect(leftOut).toEqual([
      {
        configuration: {
          name: 'LogisticRegression',
          parameter: { multi_class: 'multinomial', solver: 'liblinear' },
          defaults: {},
        },
        reason: "LogisticRegression: multi_class 'multinomial' does not go with solver 'liblinear'",
      },
    ]);
  });

  it.each([
    { classifiers: { SVM: [{}] }, message: 'there is no classifier "SVM"' },
    { classifiers: { SVC: [{ c: [1] }] }, message: 'SVC has no parameter "c"' },
    { classifiers: { SVC: [{ C: [-1] }] }, message: 'SVC.C: expected a number > 0, got -1' },
  ])('refuses $message', ({ classifiers, message }) => {
    expect(() =>
      expandGrid(grid({ classifiers: classifiers as Partial<Grid['classifiers']> as Grid['classifiers'] })),
    ).toThrow(
      expect.objectContaining({ code: 'E_GRID', message: expect.stringContaining(message) as string }),
    );
  });

  it('refuses more combinations than anybody means before it makes them', () => {
    const ten = Array.from({ length: 10 }, (_, index) => index + 1);
    const lists = { C: ten, tol: ten, coef0: ten, degree: ten, gamma: ten, max_iter: ten };
    expect(() => expandGrid(grid({ classifiers: { SVC: [lists] } }))).toThrow('got 1000000');
  });
});

describe('baselinesGrid', () => {
  const { configurations, leftOut } = expandGrid(baselinesGrid);

  it('has the 143 combinations of the original, in its 14 families', () => {
    expect(countCombinations(baselinesGrid)).toBe(143);
    expect(configurations.length + leftOut.length).toBe(143);
    const counts = Object.fromEntries(
      Object.entries(baselinesGrid.classifiers).map(([name, family]) => [
        name,
        countCombinations({ classifiers: { [name]: family } }),
      ]),
    );
    expect(counts).toEqual({
      LinearSVC: 24,
      RandomForestClassifier: 18,
      SGDClassifier: 15,
      DecisionTreeClassifier: 12,
      ExtraTreeClassifier: 12,
      LogisticRegression: 12,
      KNeighborsClassifier: 12,
      SVC: 12,
      GradientBoostingClassifier: 9,
      MLPClassifier: 8,
      PassiveAggressiveClassifier: 3,
      Perceptron: 3,
      GaussianProcessClassifier: 2,
      GaussianNB: 1,
    });
  });

  it('leaves out the 12 that scikit-learn refused in 2017', () => {
    const matches = (name: string, wanted: Readonly<Record<string, unknown>>) =>
      leftOut.filter(
        ({ configuration }) =>
          configuration.name === name &&
          Object.entries(wanted).every(([key, value]) => configuration.parameter[key] === value),
      );
    expect(leftOut).toHaveLength(12);
    expect(matches('LogisticRegression', { multi_class: 'multinomial' })).toHaveLength(6);
    expect(matches('LinearSVC', { multi_class: 'ovr', penalty: 'l1' })).toHaveLength(6);
  });

  it('leaves out what scikit-learn 1.2.1 refuses when it is left to the defaults of today', () => {
    const today = expandGrid({ ...baselinesGrid, defaults: {} });
    expect(today.configurations).toHaveLength(131);
    const refused = today.leftOut.map(({ configuration: { name, parameter } }) => [
      name,
      parameter['penalty'],
    ]);
    expect(refused.filter(([name]) => name === 'LogisticRegression')).toEqual(
      Array.from({ length: 6 }, () => ['LogisticRegression', 'l1']),
    );
    expect(refused.filter(([name]) => name === 'LinearSVC')).toHaveLength(6);
  });

  it('is valid exactly for the 129 configurations of the paper and the two Gaussian processes', () => {
    const ofThePaper = configurations.filter(({ name }) => name !== 'GaussianProcessClassifier');
    expect(configurations.length - ofThePaper.length).toBe(2);
    expect(ofThePaper.map(({ name, parameter }) => ({ name, parameter }))).toEqual(
      paperResults.map(({ name, parameter }) => ({ name, parameter })),
    );
  });

  it('takes what scikit-learn of 2017 took by default', () => {
    const optionsOf = (name: string) => {
      const found = configurations.find((configuration) => configuration.name === name);
      return createClassifier(found ?? { name, parameter: {} }).options;
    };
    const fivePasses = { maxIter: 5, tol: null };
    expect(optionsOf('LogisticRegression')).toMatchObject({ solver: 'liblinear', maxIter: 100 });
    expect(optionsOf('SGDClassifier')).toMatchObject(fivePasses);
    expect(optionsOf('PassiveAggressiveClassifier')).toMatchObject(fivePasses);
    expect(optionsOf('Perceptron')).toMatchObject({ ...fivePasses, l1Ratio: 0 });
    expect(optionsOf('SVC')).toMatchObject({ gamma: 'auto' });
    expect(optionsOf('MLPClassifier')).toMatchObject({ nIterNoChange: 2 });
    expect(optionsOf('RandomForestClassifier')).toMatchObject({ maxFeatures: 'sqrt' });
    expect(optionsOf('LinearSVC')).toMatchObject({ dual: true, maxIter: 1000 });
  });
});
