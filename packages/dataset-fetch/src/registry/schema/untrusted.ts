import { definitionError, describeValue } from './definition-error.ts';

/** The keys of an object that may be anything: a proxy, an object with getters. */
export function keysOf(value: unknown, path: string): readonly (string | symbol)[] {
  if (typeof value !== 'object' || value === null || isList(value, path)) {
    throw definitionError(path, 'an object', describeValue(value));
  }
  return reading(path, () => Reflect.ownKeys(value));
}

/** The length of a list that may be anything; nothing else of it is read. */
export function lengthOf(value: unknown, path: string): unknown {
  if (!isList(value, path)) throw definitionError(path, 'a list', describeValue(value));
  return reading(path, () => value.length);
}

/** A property that the value itself has, read once; undefined when it has none of this name. */
export function ownProperty(value: unknown, key: string | number, path: string): unknown {
  const owner = value as Readonly<Record<string | number, unknown>>;
  return reading(path, () => (Object.hasOwn(owner, key) ? owner[key] : undefined));
}

function isList(value: unknown, path: string): value is readonly unknown[] {
  return reading(path, () => Array.isArray(value));
}

function reading<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw definitionError(path, 'plain data', 'a value that cannot be read', { cause });
  }
}
