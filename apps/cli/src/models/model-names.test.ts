import { expect, it } from 'vitest';
import { flagName, shortName } from './model-names.ts';

it.each([
  ['RandomForestClassifier', 'random-forest'],
  ['KNeighborsClassifier', 'k-neighbors'],
  ['MLPClassifier', 'mlp'],
  ['SVC', 'svc'],
  ['LinearSVC', 'linear-svc'],
  ['GaussianNB', 'gaussian-nb'],
  ['HistGradientBoostingClassifier', 'hist-gradient-boosting'],
])('calls %s %s', (name, short) => {
  expect(shortName({ name })).toBe(short);
});

it.each([
  ['nEstimators', 'n-estimators'],
  ['C', 'C'],
  ['l1Ratio', 'l1-ratio'],
  ['coef0', 'coef0'],
])('turns the option %s into the flag %s', (option, flag) => {
  expect(flagName(option)).toBe(flag);
});
