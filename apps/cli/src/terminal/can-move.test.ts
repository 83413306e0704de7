import { describe, expect, it } from 'vitest';
import { canMove } from './can-move.ts';

describe('canMove', () => {
  it.each([
    { isTTY: true, columns: 80, expected: true },
    { isTTY: true, columns: 20, expected: true },
    { isTTY: true, columns: 1, expected: false },
    { isTTY: true, columns: 0, expected: false },
    { isTTY: false, columns: 80, expected: false },
  ])('says $expected for a terminal $isTTY of $columns columns', ({ isTTY, columns, expected }) => {
    expect(canMove({ isTTY, columns })).toBe(expected);
  });
});
