import { estimators, ModelsError } from '@fashion-mnist/models';
import { describe, expect, it } from 'vitest';

type Grid = Readonly<Record<string, readonly unknown[]>>;

/** The families and parameters of the original benchmark, under our names. */
const FAMILIES: Readonly<Record<string, Grid>> = {
  DecisionTreeClassifier: {
    criterion: ['gini', 'entropy'],
    maxDepth: [10, 50, 100],
    splitter: ['best', 'random'],
  },
  ExtraTreeClassifier: {
    criterion: ['gini', 'entropy'],
    maxDepth: [10, 50, 100],
    splitter: ['best', 'random'],
  },
  GaussianNB: { priors: [Array.from({ length: 10 }, () => 0.1)] },
  GaussianProcessClassifier: { multiClass: ['oneVsOne', 'oneVsRest'] },
  GradientBoostingClassifier: { loss: ['logLoss'], maxDepth: [3, 10, 50], nEstimators: [10, 50, 100] },
  KNeighborsClassifier: { nNeighbors: [1, 5, 9], p: [1, 2], weights: ['uniform', 'distance'] },
  LinearSVC: {
    C: [1, 10, 100],
    loss: ['hinge', 'squaredHinge'],
    multiClass: ['ovr', 'crammerSinger'],
    penalty: ['l1', 'l2'],
  },
  LogisticRegression: { C: [1, 10, 100], multiClass: ['ovr', 'multinomial'], penalty: ['l1', 'l2'] },
  MLPClassifier: { activation: ['tanh', 'relu'], hiddenLayerSizes: [[10], [100], [10, 10], [100, 10]] },
  PassiveAggressiveClassifier: { C: [1, 10, 100] },
  Perceptron: { penalty: ['l1', 'l2', 'elasticnet'] },
  RandomForestClassifier: {
    criterion: ['gini', 'entropy'],
    maxDepth: [10, 50, 100],
    nEstimators: [10, 50, 100],
  },
  SGDClassifier: {
    loss: ['hinge', 'squaredHinge', 'perceptron', 'logLoss', 'modifiedHuber'],
    penalty: ['l1', 'l2', 'elasticnet'],
  },
  SVC: { C: [1, 10, 100], kernel: ['linear', 'rbf', 'poly', 'sigmoid'] },
};

function combinationsOf(grid: Grid): Readonly<Record<string, unknown>>[] {
  return Object.entries(grid).reduce<Readonly<Record<string, unknown>>[]>(
    (combinations, [name, values]) =>
      combinations.flatMap((combination) => values.map((value) => ({ ...combination, [name]: value }))),
    [{}],
  );
}

const attempts = Object.entries(FAMILIES).flatMap(([family, grid]) =>
  combinationsOf(grid).map((options) => {
    const estimator = estimators.find(({ name }) => name === family);
    if (estimator === undefined) throw new Error(`there is no ${family}`);
    try {
      return { family, options, created: estimator.create(options) };
    } catch (error) {
      return { family, options, error: error as Error };
    }
  }),
);

describe("the original benchmark's grid", () => {
  it('has 143 combinations, of which 131 are valid in scikit-learn 1.2.1', () => {
    expect(attempts).toHaveLength(143);
    expect(attempts.filter(({ created }) => created !== undefined)).toHaveLength(131);
  });

  it('has six invalid ones of LinearSVC and six of LogisticRegression: the l1 penalties of their default solvers', () => {
    for (const { family, options, created } of attempts) {
      const isInvalid =
        options['penalty'] === 'l1' &&
        ((family === 'LinearSVC' && options['multiClass'] === 'ovr') || family === 'LogisticRegression');
      expect(created === undefined, `${family} ${JSON.stringify(options)}`).toBe(isInvalid);
    }
  });

  it('is refused with a message that names both options', () => {
    for (const { error } of attempts.filter(({ created }) => created === undefined)) {
      expect(error).toBeInstanceOf(ModelsError);
      expect((error as ModelsError).code).toBe('E_OPTION');
      expect(error?.message).toMatch(/penalty.*(loss|dual|solver)|(loss|dual|solver).*penalty/);
    }
  });

  it('has l1 logistic regression too where a solver can do it, as in 2017', () => {
    const logistic = estimators.find(({ name }) => name === 'LogisticRegression');
    expect(() => logistic?.create({ penalty: 'l1', solver: 'liblinear', multiClass: 'ovr' })).not.toThrow();
    expect(() =>
      logistic?.create({ penalty: 'l1', solver: 'saga', multiClass: 'multinomial' }),
    ).not.toThrow();
    expect(() => logistic?.create({ penalty: 'l2', solver: 'liblinear', multiClass: 'multinomial' })).toThrow(
      /multiClass|solver/,
    );
  });
});
