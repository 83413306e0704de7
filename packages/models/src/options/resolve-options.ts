import { type OptionRules, type ResolvedOptions, resolveOptions as resolve } from '@fashion-mnist/core';
import { ModelsError } from '../errors.ts';

/**
 * Options of an estimator with the defaults of those that are left out.
 *
 * @throws {ModelsError} `E_OPTION` - an option that the estimator does not have, or a value outside its range.
 */
export function resolveOptions<Options extends object>(
  estimator: string,
  rules: OptionRules<Options>,
  options: Options,
): ResolvedOptions<Options> {
  return resolve(estimator, rules, options, (message) => new ModelsError('E_OPTION', message));
}
