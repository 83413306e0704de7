import { BenchmarkError } from '../errors.ts';

/**
 * Reads a field of a document, whose path errors name.
 *
 * @throws {BenchmarkError} `E_RESULTS` - it is not what it should be.
 */
export type Check<T> = (value: unknown, path: string) => T;

/** Those keys of an object that it has itself. */
export type Fields = ReadonlyMap<string, unknown>;

export const fields: Check<Fields> = (value, path) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw unexpected(path, 'an object', value);
  return new Map(Object.entries(value));
};

export const text: Check<string> = (value, path) => {
  if (typeof value === 'string') return value;
  throw unexpected(path, 'a text', value);
};

export function oneOf<T extends string>(...words: readonly T[]): Check<T> {
  return (value, path) => {
    const word = words.find((candidate) => candidate === value);
    if (word !== undefined) return word;
    throw unexpected(path, `one of ${words.join(', ')}`, value);
  };
}

/** A finite number. */
export function number(
  least: number = Number.NEGATIVE_INFINITY,
  most: number = Number.POSITIVE_INFINITY,
): Check<number> {
  return (value, path) => {
    if (typeof value === 'number' && Number.isFinite(value) && value >= least && value <= most) return value;
    throw unexpected(path, expectedNumber('a finite number', least, most), value);
  };
}

export function wholeNumber(least: number = 0, most: number = Number.MAX_SAFE_INTEGER): Check<number> {
  return (value, path) => {
    if (Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most) return Number(value);
    throw unexpected(path, expectedNumber('a whole number', least, most), value);
  };
}

/** `count` lower-case hexadecimal digits. */
export function hexadecimal(count: number): Check<string> {
  const pattern = new RegExp(`^[0-9a-f]{${count}}$`);
  return (value, path) => {
    if (typeof value === 'string' && pattern.test(value)) return value;
    throw unexpected(path, `${count} lower-case hexadecimal digits`, value);
  };
}

export function nullable<T>(check: Check<T>): Check<T | null> {
  return (value, path) => (value === null ? null : check(value, path));
}

/** `null` too where there is nothing: a field that older files do not have. */
export function orMissing<T>(check: Check<T>): Check<T | null> {
  return (value, path) => nullable(check)(value ?? null, path);
}

export function listOf<T>(check: Check<T>): Check<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw unexpected(path, 'a list', value);
    return value.map((item: unknown, index) => check(item, `${path}[${index}]`));
  };
}

/** An object with such fields; others that it has are left out. */
export function record<T extends object>(checks: { readonly [K in keyof T]-?: Check<T[K]> }): Check<T> {
  const entries = Object.entries<Check<unknown>>(checks);
  return (value, path) => {
    const found = fields(value, path);
    return Object.fromEntries(
      entries.map(([key, check]) => [key, check(found.get(key), path === '' ? key : `${path}.${key}`)]),
    ) as T;
  };
}

export function unexpected(path: string, expected: string, value: unknown): BenchmarkError {
  return new BenchmarkError(
    'E_RESULTS',
    `${path === '' ? '' : `${path}: `}expected ${expected}, got ${describe(value)}`,
  );
}

function expectedNumber(kind: string, least: number, most: number): string {
  if (Number.isFinite(least) && Number.isFinite(most)) return `${kind} from ${least} to ${most}`;
  return Number.isFinite(least) ? `${kind} from ${least} up` : kind;
}

const LONGEST = 60;

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const shown = typeof value === 'string' ? JSON.stringify(value) : `${value as number | boolean | null}`;
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST)}...` : shown;
}
