import type { Point } from './geometry.ts';
import { WHOLE_MAP } from './picking/nearest-points.ts';
import type { PointGrid } from './picking/point-grid.ts';

/** A way through the points, from near to far from where it begins; steps back go the same way. */
export class FocusWalk {
  readonly #anchor: Point;
  readonly #way: number[] = [];
  readonly #seen = new Set<number>();
  #index = -1;

  constructor(anchor: Point) {
    this.#anchor = anchor;
  }

  get current(): number | undefined {
    return this.#way[this.#index];
  }

  next(grid: PointGrid, isAccepted: (point: number) => boolean): number | undefined {
    if (this.#index + 1 < this.#way.length) return this.#way[++this.#index];
    const isNew = (point: number): boolean => !this.#seen.has(point) && isAccepted(point);
    const found = grid.nearest(this.#anchor, WHOLE_MAP, isNew);
    if (found === undefined) return this.current;
    this.#way.push(found);
    this.#seen.add(found);
    this.#index++;
    return found;
  }

  previous(): number | undefined {
    this.#index = Math.max(this.#index - 1, 0);
    return this.current;
  }
}
