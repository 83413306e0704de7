import type { ParameterValue } from '../configuration.ts';

type FormerValues = Readonly<Record<string, Readonly<Record<string, ParameterValue>>>>;

const NO_PENALTY: FormerValues = { penalty: { none: null } };
const ROOT_OF_FEATURES: FormerValues = { max_features: { auto: 'sqrt' } };

/** What scikit-learn called values before 1.3, by classifier and parameter; the original's grid is of 2017. */
const FORMER: Readonly<Record<string, FormerValues>> = {
  DecisionTreeClassifier: ROOT_OF_FEATURES,
  ExtraTreeClassifier: ROOT_OF_FEATURES,
  RandomForestClassifier: ROOT_OF_FEATURES,
  GradientBoostingClassifier: {
    ...ROOT_OF_FEATURES,
    loss: { deviance: 'log_loss' },
    criterion: { mse: 'squared_error' },
  },
  HistGradientBoostingClassifier: {
    loss: { auto: 'log_loss', binary_crossentropy: 'log_loss', categorical_crossentropy: 'log_loss' },
  },
  LogisticRegression: NO_PENALTY,
  Perceptron: NO_PENALTY,
  SGDClassifier: { ...NO_PENALTY, loss: { log: 'log_loss', squared_loss: 'squared_error' } },
};

/** Today's word for a value, or the value itself. */
export function currentValue(estimator: string, parameter: string, value: ParameterValue): ParameterValue {
  const former = FORMER[estimator]?.[parameter];
  if (typeof value !== 'string' || former === undefined || !Object.hasOwn(former, value)) return value;
  return former[value] ?? null;
}
