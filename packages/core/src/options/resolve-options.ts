import type { OptionRule, OptionRules, ResolvedOptions } from './option-rule.ts';

/**
 * Options with the defaults of those that are left out, frozen.
 *
 * @param owner - Whose options they are, as it stands at the start of messages.
 * @param toError - The error for a message: an option that there is not, or a value that its rule does not accept.
 */
export function resolveOptions<Options extends object>(
  owner: string,
  rules: OptionRules<Options>,
  options: Options,
  toError: (message: string) => Error,
): ResolvedOptions<Options> {
  const ruleOf = new Map(Object.entries<OptionRule<unknown>>(rules));
  for (const [name, value] of Object.entries(options)) {
    const rule = ruleOf.get(name);
    if (rule === undefined) throw toError(`${owner}: expected ${namesOf(ruleOf)}, got the option ${name}`);
    if (value !== undefined && !rule.accepts(value))
      throw toError(`${owner}.${name}: expected ${rule.expected}, got ${show(value)}`);
  }
  const given = options as Readonly<Record<string, unknown>>;
  const resolved = Object.fromEntries([...ruleOf].map(([name, rule]) => [name, given[name] ?? rule.default]));
  for (const [name, value] of Object.entries(options)) if (value === null) resolved[name] = null;
  return Object.freeze(resolved) as ResolvedOptions<Options>;
}

function namesOf(ruleOf: ReadonlyMap<string, unknown>): string {
  return ruleOf.size === 0 ? 'no options' : `one of ${[...ruleOf.keys()].join(', ')}`;
}

function show(value: unknown): string {
  if (typeof value === 'number') return String(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    // A big integer, or an object within itself.
    return String(value);
  }
}
