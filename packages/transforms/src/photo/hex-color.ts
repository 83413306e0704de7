import type { OptionRule } from '@fashion-mnist/core';

/** A colour as in CSS: `#rgb` or `#rrggbb`. */
export type ColorText = `#${string}`;

const HEX = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/iu;

/** A colour as in CSS. */
export function hexColor(defaultValue: ColorText): OptionRule<ColorText> {
  const accepts = (value: unknown): value is ColorText => typeof value === 'string' && HEX.test(value);
  return {
    default: defaultValue,
    expected: 'a colour #rgb or #rrggbb',
    accepts,
    parse: (text) => (accepts(text) ? text : undefined),
  };
}

/** Red, green and blue, `0..255`. */
export function parseHexColor(color: ColorText): readonly [number, number, number] {
  const digits = color.slice(1);
  const full = digits.length === 3 ? digits.replaceAll(/./gu, '$&$&') : digits;
  const byteAt = (at: number) => Number.parseInt(full.slice(at, at + 2), 16);
  return [byteAt(0), byteAt(2), byteAt(4)];
}
