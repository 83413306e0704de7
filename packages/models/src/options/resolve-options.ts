import { ModelsError } from '../errors.ts';
import type { OptionRule, OptionRules, ResolvedOptions } from './option-rule.ts';

/**
 * Options with the defaults of those that are left out.
 *
 * @throws {ModelsError} `E_OPTION` - an option that the estimator does not have, or a value outside its range.
 */
export function resolveOptions<Options extends object>(
  estimator: string,
  rules: OptionRules<Options>,
  options: Options,
): ResolvedOptions<Options> {
  const ruleOf = new Map(Object.entries<OptionRule<unknown>>(rules));
  for (const [name, value] of Object.entries(options)) {
    const rule = ruleOf.get(name);
    if (rule === undefined)
      throw new ModelsError(
        'E_OPTION',
        `${estimator}: expected one of ${[...ruleOf.keys()].join(', ')}, got the option ${name}`,
      );
    if (value !== undefined && !rule.accepts(value))
      throw new ModelsError(
        'E_OPTION',
        `${estimator}.${name}: expected ${rule.expected}, got ${show(value)}`,
      );
  }
  const given = options as Readonly<Record<string, unknown>>;
  const resolved = Object.fromEntries([...ruleOf].map(([name, rule]) => [name, given[name] ?? rule.default]));
  for (const [name, value] of Object.entries(options)) if (value === null) resolved[name] = null;
  return Object.freeze(resolved) as ResolvedOptions<Options>;
}

function show(value: unknown): string {
  return typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
}
