import { describe, expect, it } from 'vitest';
import { formatFigure } from './format-figure.ts';

describe('formatFigure', () => {
  it.each([
    [2, 'ms', '2.00 ms'],
    [9_999, 'ms', '9999 ms'],
    [58_040, 'ms', '58.0 s'],
    [891_000, 'ms', '891 s'],
    [1964, 'MB', '1964 MB'],
    [0.97364, '', '0.9736'],
    [-0.0021, '', '-0.0021'],
    [0, '', '0'],
    [-0.00001, '', '0.0000'],
  ] as const)('writes %d %s as %s', (figure, unit, expected) => {
    expect(formatFigure(figure, unit)).toBe(expected);
  });
});
