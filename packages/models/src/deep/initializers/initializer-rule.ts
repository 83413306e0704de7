import { type OptionRule, type OptionRules, oneOf, real } from '@fashion-mnist/core';
import type { Initializer } from './initializer.ts';

type FieldsOf<Kind extends Initializer['kind']> = Omit<Extract<Initializer, { readonly kind: Kind }>, 'kind'>;

const positive = real(1, { above: 0 });

const FIELDS: { readonly [Kind in Initializer['kind']]: OptionRules<FieldsOf<Kind>> } = {
  constant: { value: real(0) },
  normal: { deviation: positive },
  'truncated-normal': { deviation: positive },
  uniform: { limit: positive },
  'variance-scaling': {
    scale: positive,
    fan: oneOf('in', ['in', 'out', 'average']),
    distribution: oneOf('normal', ['normal', 'truncated-normal', 'uniform']),
  },
  orthogonal: { gain: positive },
};

/** The rule of an initialiser. */
export function initializerRule(defaultValue: Initializer): OptionRule<Initializer> {
  return {
    default: defaultValue,
    expected: 'an initializer such as { kind: "normal", deviation: 0.01 }',
    accepts: isInitializer,
    parse: () => undefined,
  };
}

function isInitializer(value: unknown): value is Initializer {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, ...fields } = value as Readonly<Record<string, unknown>>;
  if (typeof kind !== 'string' || !Object.hasOwn(FIELDS, kind)) return false;
  const rules = Object.entries<OptionRule<unknown>>(FIELDS[kind as Initializer['kind']]);
  return (
    rules.length === Object.keys(fields).length && rules.every(([name, rule]) => rule.accepts(fields[name]))
  );
}
