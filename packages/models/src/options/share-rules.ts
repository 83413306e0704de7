import { either, type OptionRule, oneOf, orNull, real, whole } from '@fashion-mnist/core';

/** A share of something. */
export type Fraction = { readonly fraction: number };

/** A number of something, at least 1. */
export type Count = { readonly count: number };

/** How many features a split is chosen from. */
export type MaxFeatures = 'sqrt' | 'log2' | Count | Fraction;

/** `maxFeatures`, or `null` for all; on a command line `sqrt`, `log2`, `28` or `0.5`. */
export function maxFeaturesRule(defaultValue: MaxFeatures | null): OptionRule<MaxFeatures | null> {
  const words = oneOf<'sqrt' | 'log2'>('sqrt', ['sqrt', 'log2']);
  return orNull<MaxFeatures>(either(words, either(counted('features'), fraction({ max: 1 }))), defaultValue);
}

/** A whole number of samples, or a share of them above 0. */
export function samplesRule(
  defaultCount: number,
  range: { readonly max: number } | { readonly below: number },
): OptionRule<number | Fraction> {
  return either(whole(defaultCount, { min: defaultCount }), fraction(range));
}

/** How many of `total` samples a number or a share stands for. */
export function sampleCountOf(value: number | Fraction, total: number): number {
  return typeof value === 'number' ? value : Math.ceil(value.fraction * total);
}

/** How many of the features a split is chosen from, as in scikit-learn; `null` for all. */
export function featureCountOf(value: MaxFeatures | null, featureCount: number): number {
  return Math.min(Math.max(wantedFeatures(value, featureCount), 1), featureCount);
}

function wantedFeatures(value: MaxFeatures | null, featureCount: number): number {
  if (value === null) return featureCount;
  if (value === 'sqrt') return Math.floor(Math.sqrt(featureCount));
  if (value === 'log2') return 31 - Math.clz32(featureCount);
  return 'count' in value ? value.count : Math.floor(value.fraction * featureCount);
}

/** `{ count: 28 }`; on a command line a whole number. */
export function counted(things: string): OptionRule<Count> {
  const rule = whole(1, { min: 1 });
  return {
    default: { count: rule.default },
    expected: `{ count: whole number of ${things} >= 1 }`,
    accepts: (value) => rule.accepts(onlyMember(value, 'count')),
    parse(text) {
      const count = rule.parse(text);
      return count === undefined ? undefined : { count };
    },
  };
}

/** `{ fraction: 0.5 }`; on a command line a number with a point. */
export function fraction(range: { readonly max: number } | { readonly below: number }): OptionRule<Fraction> {
  const rule = real(1, { above: 0, ...range });
  return {
    default: { fraction: rule.default },
    expected: `{ fraction: ${rule.expected} }`,
    accepts: (value) => rule.accepts(onlyMember(value, 'fraction')),
    parse(text) {
      const share = rule.parse(text);
      return share === undefined ? undefined : { fraction: share };
    },
  };
}

function onlyMember(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 1) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}
