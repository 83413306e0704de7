import { InvalidArgumentError } from 'commander';
import { describe, expect, it } from 'vitest';
import { parseGrid, parsePath, parsePort, parsePositive, parseWholeNumber } from './parse-options.ts';

describe('parseWholeNumber', () => {
  it.each([
    { text: '0', expected: 0 },
    { text: '007', expected: 7 },
    { text: '9007199254740991', expected: Number.MAX_SAFE_INTEGER },
  ])('reads $text', ({ text, expected }) => {
    expect(parseWholeNumber(text)).toBe(expected);
  });

  it.each([
    { texts: ['NaN', 'Infinity', '-0', '-1', '+1', '1.5', '1e3', '1e999', '0x10', '0b1', '1_000'] },
    { texts: ['', ' 1', '1 ', '1\n', '٣', '１', '²', '9007199254740993'] },
  ])('refuses each of $texts', ({ texts }) => {
    for (const text of texts) expect(() => parseWholeNumber(text), text).toThrow(InvalidArgumentError);
  });
});

describe('parsePositive', () => {
  it.each([
    ['0.003', 0.003],
    ['3e-4', 3e-4],
    ['2', 2],
  ])('reads %s', (text, expected) => {
    expect(parsePositive(text)).toBe(expected);
  });

  it.each(['0', '-1', 'NaN', 'Infinity', '1e999', '', ' ', 'x'])('refuses "%s"', (text) => {
    expect(() => parsePositive(text)).toThrow(InvalidArgumentError);
  });
});

describe('parsePort', () => {
  it('reads every port', () => {
    expect([parsePort('0'), parsePort('65535')]).toEqual([0, 65_535]);
  });

  it('refuses a number beyond', () => {
    expect(() => parsePort('65536')).toThrow(InvalidArgumentError);
  });
});

describe('parsePath', () => {
  it('refuses an empty path', () => {
    expect(() => parsePath('')).toThrow(InvalidArgumentError);
  });
});

describe('parseGrid', () => {
  it('reads rows and columns', () => {
    expect(parseGrid('3x10')).toEqual({ rows: 3, columns: 10 });
  });

  it.each(['3', '0x4', '4x0', '3X10', '-3x10', '3x10x2', '10000x1', 'x', '٣x٣', '3x1e1'])(
    'refuses %j',
    (text) => {
      expect(() => parseGrid(text)).toThrow(InvalidArgumentError);
    },
  );
});
