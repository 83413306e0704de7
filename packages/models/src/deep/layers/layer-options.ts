import { either, type OptionRule, type OptionRules, type ResolvedOptions, whole } from '@fashion-mnist/core';
import { ModelsError } from '../../errors.ts';
import { resolveOptions } from '../../options/resolve-options.ts';

/** A size of a window or a step: the same for both sides, or height and width. */
export type Extent = number | readonly [height: number, width: number];

/** An option that has to be given. */
export function required<T>(rule: OptionRule<T>): OptionRule<T> {
  return { ...rule, default: undefined as T };
}

/**
 * Options of a layer with the defaults of those that are left out.
 *
 * @throws {ModelsError} `E_OPTION` - an option that the layer does not have, one that it needs, or a value out of range.
 */
export function resolveLayerOptions<Options extends object>(
  kind: string,
  rules: OptionRules<Options>,
  options: Options,
): ResolvedOptions<Options> {
  const resolved = resolveOptions(kind, rules, options);
  for (const [name, rule] of Object.entries<OptionRule<unknown>>(rules))
    if ((resolved as Readonly<Record<string, unknown>>)[name] === undefined)
      throw new ModelsError('E_OPTION', `${kind}.${name}: expected ${rule.expected}, got nothing`);
  return resolved;
}

/** A whole number of at least 1, or two of them. */
export function extentRule(defaultValue: number): OptionRule<Extent> {
  const size = whole(defaultValue, { min: 1 });
  return either<number, readonly [number, number]>(size, {
    default: [defaultValue, defaultValue],
    expected: '[height, width]',
    accepts: (value) =>
      Array.isArray(value) && value.length === 2 && value.every((each) => size.accepts(each)),
    parse: () => undefined,
  });
}

/** Height and width of a size. */
export function heightAndWidth(extent: Extent): [height: number, width: number] {
  return typeof extent === 'number' ? [extent, extent] : [extent[0], extent[1]];
}
