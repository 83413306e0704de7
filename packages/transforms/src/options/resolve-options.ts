import { type OptionRules, type ResolvedOptions, resolveOptions } from '@fashion-mnist/core';
import { TransformError } from '../errors.ts';
import { isRecord, shown } from './values.ts';

/** The options of an operation, checked, with its defaults for those that are left out. */
export function resolveOperationOptions<Options extends object>(
  operation: string,
  rules: OptionRules<Options>,
  options: Options,
): ResolvedOptions<Options> {
  requireOptions(operation, options);
  return resolveOptions(operation, rules, options, (message) => new TransformError('E_OPTION', message));
}

/** @throws {TransformError} `E_OPTION` - they are nothing that has options. */
export function requireOptions(operation: string, options: unknown): void {
  if (isRecord(options)) return;
  throw new TransformError('E_OPTION', `${operation}: expected an object of options, got ${shown(options)}`);
}
