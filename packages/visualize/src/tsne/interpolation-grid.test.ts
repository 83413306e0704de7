import { describe, expect, it } from 'vitest';
import { chooseGrid, withPeriodOf } from './interpolation-grid.ts';

const squareOf = (span: number) => ({ minX: 0, minY: 2, maxX: span, maxY: 2 + span / 3 });

describe('chooseGrid', () => {
  it.each([0, 1e-30, 1e-4, 0.5, 4.7, 4.8, 20, 150, 400, 2000, 1e6])('covers a map of span %d', (span) => {
    const { spacing, side, size, originX, originY } = chooseGrid(squareOf(span));
    expect([originX, originY]).toEqual([0, 2]);
    expect(side % 8).toBe(0);
    expect(Math.floor(span / spacing) + 8).toBeLessThan(side);
    expect(size).toBeGreaterThanOrEqual(2 * side + 16);
    expect(size).toBeLessThanOrEqual(2592);
    expect(size % 8).toBe(0);
    expect(largestFactor(size)).toBeLessThanOrEqual(3);
  });

  it('keeps nodes 0.28 apart on a large map, and nearer on a small one', () => {
    expect(chooseGrid(squareOf(300)).spacing).toBe(0.28);
    expect(chooseGrid(squareOf(1)).spacing).toBe(0.035);
  });

  it('gets coarser where a finer grid would be too big', () => {
    expect(chooseGrid(squareOf(1000)).spacing).toBeGreaterThan(0.28);
  });
});

describe('withPeriodOf', () => {
  const grid = chooseGrid(squareOf(100));

  it('keeps a period that is large enough and not much larger', () => {
    const other = chooseGrid(squareOf(106));
    expect(withPeriodOf(grid, other)).toEqual({ ...grid, size: other.size });
  });

  it('takes its own where the other one is too small, too large, or of another spacing', () => {
    for (const span of [50, 200, 1]) expect(withPeriodOf(grid, chooseGrid(squareOf(span)))).toBe(grid);
    expect(withPeriodOf(grid, undefined)).toBe(grid);
  });
});

function largestFactor(size: number): number {
  for (const factor of [2, 3]) if (size % factor === 0) return largestFactor(size / factor);
  return size;
}
