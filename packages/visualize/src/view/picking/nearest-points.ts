import type { Point } from '../geometry.ts';
import type { PointGrid } from './point-grid.ts';

/** The accepted points nearest to a place, nearest first; fewer when there are not so many. */
export function nearestPoints(
  grid: PointGrid,
  place: Point,
  count: number,
  isAccepted: (point: number) => boolean,
): readonly number[] {
  const found = new Set<number>();
  while (found.size < count) {
    const next = grid.nearest(place, WHOLE_MAP, (point) => !found.has(point) && isAccepted(point));
    if (next === undefined) break;
    found.add(next);
  }
  return [...found];
}

/** Longer than any way on a map, which spans -1..1. */
export const WHOLE_MAP = 4;
