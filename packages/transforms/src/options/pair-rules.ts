import { listOf, type NumberRange, type OptionRule, real } from '@fashion-mnist/core';

/** Two numbers. */
export type Pair = readonly [number, number];

/** Two numbers, each within a range. */
export function pairOf(defaultValue: Pair, range: NumberRange = {}): OptionRule<Pair> {
  const list = listOf(defaultValue, real(0, range));
  return {
    default: Object.freeze([...defaultValue] as const),
    expected: `two of ${real(0, range).expected}`,
    accepts: (value) => list.accepts(value) && (value as readonly number[]).length === 2,
    parse(text) {
      const numbers = list.parse(text);
      return numbers?.length === 2 ? (numbers as unknown as Pair) : undefined;
    },
  };
}

/** An interval `[min, max]` that numbers are drawn from. */
export function interval(defaultValue: Pair, range: NumberRange = {}): OptionRule<Pair> {
  const pair = pairOf(defaultValue, range);
  const isAscending = ([min, max]: Pair) => min <= max;
  return {
    ...pair,
    expected: `[min, max], ${pair.expected}`,
    accepts: (value) => pair.accepts(value) && isAscending(value as Pair),
    parse(text) {
      const numbers = pair.parse(text);
      return numbers !== undefined && isAscending(numbers) ? numbers : undefined;
    },
  };
}

/** An interval, or one number for the interval from minus to plus this number. */
export function spread(defaultValue: number, range: NumberRange = {}): OptionRule<number | Pair> {
  const pair = interval([0, 0], range);
  const accepts = (value: number) => pair.accepts([-value, value]);
  return {
    default: defaultValue,
    expected: `a number x >= 0 for [-x, x], or ${pair.expected}`,
    accepts: (value) => (typeof value === 'number' ? accepts(value) : pair.accepts(value)),
    parse(text) {
      const value = real(0, { min: 0 }).parse(text);
      return value === undefined ? pair.parse(text) : accepts(value) ? value : undefined;
    },
  };
}

/** The interval that a number or an interval stands for. */
export function toInterval(value: number | Pair): Pair {
  return typeof value === 'number' ? [-value, value] : value;
}
