import type { Check } from './check.ts';
import { definitionError, describeValue } from './definition-error.ts';

const CONTROL_CHARACTERS = /\p{Cc}/u;

/** One line of text, of `min` to `max` characters. */
export function text({ min = 1, max }: { readonly min?: number; readonly max: number }): Check<string> {
  return (value, path) => {
    if (typeof value === 'string' && isLine(value, min, max)) return value;
    throw definitionError(path, `one line of ${min} to ${max} characters`, describeValue(value));
  };
}

/** A whole number from `min` to `max`. */
export function wholeNumber(min: number, max: number): Check<number> {
  return (value, path) => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
    throw definitionError(path, `a whole number from ${min} to ${max}`, describeValue(value));
  };
}

/** One of these words. */
export function oneOf<T extends string>(...words: readonly T[]): Check<T> {
  return (value, path) => {
    const word = words.find((candidate) => candidate === value);
    if (word !== undefined) return word;
    throw definitionError(
      path,
      `one of ${words.map((known) => `"${known}"`).join(', ')}`,
      describeValue(value),
    );
  };
}

export const flag: Check<boolean> = (value, path) => {
  if (typeof value === 'boolean') return value;
  throw definitionError(path, 'true or false', describeValue(value));
};

/** `count` lower-case hexadecimal digits. */
export function hexDigits(count: number): Check<string> {
  const pattern = new RegExp(`^[0-9a-f]{${count}}$`);
  return (value, path) => {
    if (typeof value === 'string' && pattern.test(value)) return value;
    throw definitionError(path, `${count} lower-case hexadecimal digits`, describeValue(value));
  };
}

function isLine(value: string, min: number, max: number): boolean {
  return value.length >= min && value.length <= max && !CONTROL_CHARACTERS.test(value);
}
