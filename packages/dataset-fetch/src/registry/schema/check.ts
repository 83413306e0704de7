import { definitionError, describeValue, quote } from './definition-error.ts';
import { keysOf, lengthOf, ownProperty } from './untrusted.ts';

/**
 * Reads a value of a document, at a path that errors name, and returns a frozen copy of it.
 *
 * @throws {DatasetFetchError} `E_DEFINITION` - the value is not what it should be.
 */
export type Check<T> = (value: unknown, path: string) => T;

/** The check of a property that may be absent. */
export interface OptionalCheck<T> extends Check<T> {
  readonly isOptional: true;
}

/** A check for each property of `T`; the optional ones are marked. */
export type FieldChecks<T> = {
  readonly [K in keyof T]-?: Partial<Pick<T, K>> extends Pick<T, K>
    ? OptionalCheck<Exclude<T[K], undefined>>
    : Check<T[K]>;
};

/** Checks the kinds of an object that differ in what `Tag` says. */
export type VariantChecks<T, Tag extends keyof T> = {
  readonly [K in T[Tag] & string]: Check<Extract<T, Record<Tag, K>>>;
};

export function optional<T>(check: Check<T>): OptionalCheck<T> {
  return Object.assign((value: unknown, path: string) => check(value, path), { isOptional: true as const });
}

/** An object with these properties and no others. */
export function record<T extends object>(fields: FieldChecks<T>): Check<T> {
  const checks = Object.entries<Check<unknown> | OptionalCheck<unknown>>(fields);
  const known = new Map(checks);
  return (value, path) => {
    for (const key of keysOf(value, path)) {
      if (typeof key === 'string' && known.has(key)) continue;
      const unknown = typeof key === 'string' ? quote(key) : 'a symbol';
      throw definitionError(path, `none but the keys ${[...known.keys()].join(', ')}`, unknown);
    }
    const copy: Record<string, unknown> = {};
    for (const [key, check] of checks) {
      const at = propertyPath(path, key);
      const property = ownProperty(value, key, at);
      if (property === undefined && 'isOptional' in check) continue;
      copy[key] = check(property, at);
    }
    return Object.freeze(copy) as T;
  };
}

/** An object whose property `tag` says which other properties it has. */
export function variant<T extends object, Tag extends keyof T & string>(
  tag: Tag,
  kinds: VariantChecks<T, Tag>,
): Check<T> {
  const checks = new Map(Object.entries<Check<T>>(kinds));
  return (value, path) => {
    keysOf(value, path);
    const at = propertyPath(path, tag);
    const kind = ownProperty(value, tag, at);
    const check = checks.get(kind as string);
    if (check !== undefined) return check(value, path);
    throw definitionError(at, `one of ${[...checks.keys()].join(', ')}`, describeValue(kind));
  };
}

/** A list of `min` to `max` items. */
export function listOf<T>(
  item: Check<T>,
  { min = 0, max }: { min?: number; max: number },
): Check<readonly T[]> {
  return (value, path) => {
    const length = lengthOf(value, path);
    if (!Number.isInteger(length) || (length as number) < min || (length as number) > max) {
      throw definitionError(path, `${min} to ${max} items`, String(length));
    }
    const indices = Array.from({ length: length as number }, (_, index) => index);
    return Object.freeze(
      indices.map((index) => item(ownProperty(value, index, `${path}[${index}]`), `${path}[${index}]`)),
    );
  };
}

/** What another check accepts, if it also holds that `isValid`. */
export function suchThat<T>(check: Check<T>, isValid: (value: T) => boolean, expected: string): Check<T> {
  return (value, path) => {
    const checked = check(value, path);
    if (isValid(checked)) return checked;
    throw definitionError(path, expected, describeValue(checked));
  };
}

function propertyPath(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
