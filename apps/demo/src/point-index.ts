import type { Point } from './viewport.ts';

/** Finds points by place. */
export interface PointIndex {
  /** Typical distance between neighbours, in map units: the empty parts of the map do not count. */
  readonly spacing: number;
  /** The accepted point nearest to a place, if one lies within the distance. */
  nearest(place: Point, maxDistance: number, isAccepted: (point: number) => boolean): number | undefined;
}

interface Grid {
  readonly cellSize: number;
  readonly columns: number;
  readonly rows: number;
  readonly left: number;
  readonly bottom: number;
  /** Members of cell `c` are `members[starts[c]..starts[c + 1]]`. */
  readonly starts: Uint32Array;
  readonly members: Uint32Array;
}

const POINTS_PER_CELL = 2;

/**
 * A uniform grid over points.
 *
 * @param positions - `x0, y0, x1, y1, ...`; borrowed, must not change while the index is in use.
 */
export function createPointIndex(positions: Float32Array, halfSize: Point): PointIndex {
  const grid = sortIntoGrid(positions, halfSize);
  return {
    spacing: typicalSpacing(grid),
    nearest: (place, maxDistance, isAccepted) => {
      let best: number | undefined;
      let bestSquared = maxDistance * maxDistance;
      forEachMemberNear(grid, place, maxDistance, (point) => {
        const dx = (positions[2 * point] as number) - place.x;
        const dy = (positions[2 * point + 1] as number) - place.y;
        const squared = dx * dx + dy * dy;
        if (squared > bestSquared || (best !== undefined && squared === bestSquared)) return;
        if (!isAccepted(point)) return;
        best = point;
        bestSquared = squared;
      });
      return best;
    },
  };
}

function sortIntoGrid(positions: Float32Array, halfSize: Point): Grid {
  const count = positions.length / 2;
  const area = 4 * Math.max(halfSize.x, 0.01) * Math.max(halfSize.y, 0.01);
  const cellSize = Math.sqrt((area * POINTS_PER_CELL) / Math.max(count, 1));
  const columns = Math.floor((2 * halfSize.x) / cellSize) + 1;
  const rows = Math.floor((2 * halfSize.y) / cellSize) + 1;
  const layout = { cellSize, columns, rows, left: -halfSize.x, bottom: -halfSize.y };

  const cells = Uint32Array.from({ length: count }, (_, point) => {
    const column = columnOf(layout, positions[2 * point] as number);
    return rowOf(layout, positions[2 * point + 1] as number) * columns + column;
  });
  const starts = new Uint32Array(columns * rows + 1);
  for (const cell of cells) starts[cell + 1] = (starts[cell + 1] as number) + 1;
  for (let cell = 0; cell < columns * rows; cell++) {
    starts[cell + 1] = (starts[cell + 1] as number) + (starts[cell] as number);
  }
  const next = starts.slice();
  const members = new Uint32Array(count);
  cells.forEach((cell, point) => {
    const slot = next[cell] as number;
    members[slot] = point;
    next[cell] = slot + 1;
  });
  return { ...layout, starts, members };
}

type Layout = Omit<Grid, 'starts' | 'members'>;

function columnOf({ left, cellSize, columns }: Layout, x: number): number {
  return Math.min(Math.max(Math.floor((x - left) / cellSize), 0), columns - 1);
}

function rowOf({ bottom, cellSize, rows }: Layout, y: number): number {
  return Math.min(Math.max(Math.floor((y - bottom) / cellSize), 0), rows - 1);
}

function typicalSpacing({ starts, members, cellSize }: Grid): number {
  if (members.length === 0) return cellSize;
  let occupied = 0;
  for (let cell = 0; cell + 1 < starts.length; cell++) {
    if (starts[cell] !== starts[cell + 1]) occupied++;
  }
  return cellSize * Math.sqrt(occupied / members.length);
}

function forEachMemberNear(grid: Grid, place: Point, distance: number, visit: (point: number) => void): void {
  const lastColumn = columnOf(grid, place.x + distance);
  const lastRow = rowOf(grid, place.y + distance);
  for (let row = rowOf(grid, place.y - distance); row <= lastRow; row++) {
    for (let column = columnOf(grid, place.x - distance); column <= lastColumn; column++) {
      const cell = row * grid.columns + column;
      const end = grid.starts[cell + 1] as number;
      for (let slot = grid.starts[cell] as number; slot < end; slot++) visit(grid.members[slot] as number);
    }
  }
}
