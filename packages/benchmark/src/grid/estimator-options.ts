import { type Estimator, estimators, type OptionRule } from '@fashion-mnist/models';
import type { Parameters, ParameterValue } from '../configuration.ts';
import { BenchmarkError } from '../errors.ts';
import { currentValue } from './former-values.ts';
import { camelCase, inScikitLearnSpelling, parameterNameOf } from './spelling.ts';
import { suggestion } from './suggestion.ts';

/** They change how a job is done, not what it is about. */
const OF_THE_RUNNER: readonly string[] = ['n_jobs', 'random_state', 'verbose'];

/**
 * The family of classifiers that bears scikit-learn's name.
 *
 * @throws {BenchmarkError} `E_GRID` - there is none.
 */
export function findEstimator(name: string): Estimator {
  const found = estimators.find((estimator) => estimator.name === name);
  if (found !== undefined) return found;
  const names = estimators.map((estimator) => estimator.name);
  throw new BenchmarkError('E_GRID', `there is no classifier "${name}"${suggestion(name, names)}`);
}

/**
 * Our name of a parameter: `max_depth` -> `maxDepth`.
 *
 * @throws {BenchmarkError} `E_GRID` - the classifier has no such parameter.
 */
export function optionNameOf({ name, rules }: Estimator, parameter: string): string {
  if (OF_THE_RUNNER.includes(parameter))
    throw new BenchmarkError('E_GRID', `"${parameter}" is up to the benchmark; leave it out`);
  const option = camelCase(parameter);
  if (Object.hasOwn(rules, option) && parameterNameOf(option) === parameter) return option;
  const names = Object.keys(rules).map(parameterNameOf);
  throw new BenchmarkError(
    'E_GRID',
    `${name} has no parameter "${parameter}"${suggestion(parameter, names)}`,
  );
}

/**
 * Our value of a parameter: `"squared_hinge"` -> `'squaredHinge'`, `"deviance"` -> `'logLoss'`, for `max_features`
 * `28` -> `{ count: 28 }` and `0.5` -> `{ fraction: 0.5 }`.
 *
 * @throws {BenchmarkError} `E_GRID` - the classifier has no such parameter, or does not take the value.
 */
export function optionValueOf(estimator: Estimator, parameter: string, value: ParameterValue): unknown {
  const rule = estimator.rules[optionNameOf(estimator, parameter)] as OptionRule<unknown>;
  const current = currentValue(estimator.name, parameter, value);
  const option = possibleOptions(parameter, current).find((candidate) => rule.accepts(candidate));
  if (option !== undefined) return option;
  const expected = inScikitLearnSpelling(rule.expected);
  throw new BenchmarkError(
    'E_GRID',
    `${estimator.name}.${parameter}: expected ${expected}, got ${JSON.stringify(value)}`,
  );
}

/**
 * The options of a classifier.
 *
 * @throws {BenchmarkError} `E_GRID` - it has no such parameter, or does not take the value.
 */
export function estimatorOptions(
  estimator: Estimator,
  parameters: Parameters,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(parameters).map(([parameter, value]) => [
      optionNameOf(estimator, parameter),
      optionValueOf(estimator, parameter, value),
    ]),
  );
}

/** What a value may stand for, the likeliest first; which of them, the rule of the option says. */
function possibleOptions(parameter: string, value: ParameterValue): readonly unknown[] {
  if (typeof value === 'string') return value === value.toLowerCase() ? [camelCase(value)] : [];
  if (typeof value !== 'number') return [value];
  const shares = Number.isInteger(value) ? { count: value } : { fraction: value };
  return parameter === 'hidden_layer_sizes' ? [[value]] : [value, shares];
}
