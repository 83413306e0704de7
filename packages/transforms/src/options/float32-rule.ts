import { type NumberRange, type OptionRule, real } from '@fashion-mnist/core';

/** A number that stays finite as float32: what becomes a pixel, or is computed with pixels. */
export function float32(defaultValue: number, range: NumberRange = {}): OptionRule<number> {
  const rule = real(defaultValue, range);
  return {
    default: defaultValue,
    expected: `${rule.expected} that float32 can hold`,
    accepts: (value) => rule.accepts(value) && isFloat32(value),
    parse(text) {
      const value = rule.parse(text);
      return isFloat32(value) ? value : undefined;
    },
  };
}

/** Whether a value is a number that stays finite as float32. */
export function isFloat32(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(Math.fround(value));
}

/** What pixels are multiplied by: no product with a byte, or with a number of its size, leaves float32. */
export function pixelFactor(defaultValue: number): OptionRule<number> {
  return real(defaultValue, { min: 0, max: 1e30 });
}
