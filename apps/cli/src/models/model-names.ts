import type { Estimator } from '@fashion-mnist/models';

/** A classifier's name on a command line: `random-forest` for `RandomForestClassifier`. */
export function shortName({ name }: Pick<Estimator, 'name'>): string {
  return kebabCase(name.replace(/Classifier$/, ''));
}

/** The flag of an option: `n-estimators` for `nEstimators`. */
export function flagName(option: string): string {
  return option.length === 1 ? option : kebabCase(option);
}

/** Runs of capitals stay together: `MLP`, `GaussianNB`. */
function kebabCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}
