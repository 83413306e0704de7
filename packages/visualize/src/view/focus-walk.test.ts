import { describe, expect, it } from 'vitest';
import { FocusWalk } from './focus-walk.ts';
import { createPointGrid } from './picking/point-grid.ts';

const grid = createPointGrid(Float32Array.of(0.9, 0, 0.1, 0, -0.5, 0, 0.2, 0));

describe('FocusWalk', () => {
  it('goes from near to far, and stays at the end', () => {
    const walk = new FocusWalk({ x: 0, y: 0 });
    const way = Array.from({ length: 5 }, () => walk.next(grid, () => true));
    expect(way).toEqual([1, 3, 2, 0, 0]);
  });

  it('goes back the same way, and stays at the beginning', () => {
    const walk = new FocusWalk({ x: 0, y: 0 });
    for (let step = 0; step < 3; step++) walk.next(grid, () => true);
    expect([walk.previous(), walk.previous(), walk.previous()]).toEqual([3, 1, 1]);
    expect(walk.next(grid, () => true)).toBe(3);
  });

  it('passes over points that are not accepted', () => {
    const walk = new FocusWalk({ x: 0, y: 0 });
    expect(walk.next(grid, (point) => point !== 1)).toBe(3);
  });
});
