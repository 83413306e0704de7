import { describe, expect, it } from 'vitest';
import { lineWidth } from './line-width.ts';

describe('lineWidth', () => {
  it.each([
    { columns: 80, COLUMNS: undefined, width: 80 },
    { columns: 80, COLUMNS: '60', width: 60 },
    { columns: undefined, COLUMNS: '60', width: 60 },
    { columns: undefined, COLUMNS: undefined, width: Infinity },
    { columns: 0, COLUMNS: 'many', width: Infinity },
  ])('is $width for $columns columns and COLUMNS=$COLUMNS', ({ columns, COLUMNS, width }) => {
    expect(lineWidth(columns === undefined ? {} : { columns }, { COLUMNS })).toBe(width);
  });
});
