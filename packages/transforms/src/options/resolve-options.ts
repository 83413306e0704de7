import { type OptionRules, type ResolvedOptions, resolveOptions } from '@fashion-mnist/core';
import { TransformError } from '../errors.ts';

/** The options of an operation, checked, with its defaults for those that are left out. */
export function resolveOperationOptions<Options extends object>(
  operation: string,
  rules: OptionRules<Options>,
  options: Options,
): ResolvedOptions<Options> {
  return resolveOptions(operation, rules, options, (message) => new TransformError('E_OPTION', message));
}
