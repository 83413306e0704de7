import type { Configuration } from '../configuration.ts';

const FIVE_PASSES =
  'in 2017 scikit-learn made five passes over the samples; today it stops when the loss no longer falls';

/** By class: what changed in scikit-learn since August 2017, whose defaults of today ours are. */
const CHANGED_DEFAULTS: Readonly<Record<string, string>> = {
  SGDClassifier: FIVE_PASSES,
  Perceptron: FIVE_PASSES,
  PassiveAggressiveClassifier: FIVE_PASSES,
  LogisticRegression: 'in 2017 the solver was liblinear; today it is lbfgs, stopped after 100 iterations',
};

/** Why a configuration may differ from the paper where nothing is wrong; null where no reason is known. */
export function explainDifference({ name }: Configuration): string | null {
  return CHANGED_DEFAULTS[name] ?? null;
}
