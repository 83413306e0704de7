import { type Box, boundsOf, type Point } from '../geometry.ts';

/** Finds points by place. */
export interface PointGrid {
  /** Typical distance between neighbours where there are points: the empty parts of a map do not count. */
  readonly spacing: number;
  /** The accepted point nearest to a place, if one lies within the distance; the first of several in one place. */
  nearest(place: Point, maxDistance: number, isAccepted?: (point: number) => boolean): number | undefined;
  /** Calls for every point in the cells that touch a box: all that lie in it and some around it. */
  forEachNear(box: Box, visit: (point: number) => void): void;
  /** Typical distance between neighbours around each point; `spacing` for points that are nowhere. */
  localSpacings(): Float32Array;
}

interface Cells {
  readonly size: number;
  readonly columns: number;
  readonly rows: number;
  readonly left: number;
  readonly bottom: number;
  /** Members of cell `c` are `members[starts[c]..starts[c + 1]]`. */
  readonly starts: Uint32Array;
  readonly members: Uint32Array;
}

const POINTS_PER_CELL = 2;
const MAX_CELLS = 1 << 20;
const EMPTY = { xMin: 0, yMin: 0, xMax: 0, yMax: 0 };

/**
 * A uniform grid over points, built in one pass.
 *
 * @param positions - `x0, y0, x1, y1, ...`, points with NaN are left out; borrowed, must not change while in use.
 */
export function createPointGrid(positions: Float32Array): PointGrid {
  const cells = sortIntoCells(positions);
  const spacing = typicalSpacing(cells);
  return {
    spacing,
    nearest: (place, maxDistance, isAccepted) => nearest(cells, positions, place, maxDistance, isAccepted),
    forEachNear: (box, visit) => forEachNear(cells, box, visit),
    localSpacings: () => localSpacings(cells, positions, spacing),
  };
}

function sortIntoCells(positions: Float32Array): Cells {
  const bounds = boundsOf(positions) ?? EMPTY;
  const width = bounds.xMax - bounds.xMin;
  const height = bounds.yMax - bounds.yMin;
  const count = positions.length / 2;
  const side = Math.max(width, height) || 1;
  const area = Math.max(width, side / 100) * Math.max(height, side / 100);
  const cellCount = Math.min(Math.max(countPlaced(positions) / POINTS_PER_CELL, 1), MAX_CELLS);
  const size = Math.sqrt(area / cellCount);
  const columns = Math.floor(width / size) + 1;
  const rows = Math.floor(height / size) + 1;
  const shape = { size, columns, rows, left: bounds.xMin, bottom: bounds.yMin };

  const starts = new Uint32Array(columns * rows + 1);
  const cellOf = new Int32Array(count);
  for (let point = 0; point < count; point++) {
    const x = positions[2 * point] as number;
    const y = positions[2 * point + 1] as number;
    const isSomewhere = Number.isFinite(x) && Number.isFinite(y);
    const cell = isSomewhere ? rowOf(shape, y) * columns + columnOf(shape, x) : -1;
    cellOf[point] = cell;
    if (cell >= 0) starts[cell + 1] = (starts[cell + 1] as number) + 1;
  }
  for (let cell = 0; cell < columns * rows; cell++) {
    starts[cell + 1] = (starts[cell + 1] as number) + (starts[cell] as number);
  }
  const next = starts.slice();
  const members = new Uint32Array(starts[columns * rows] as number);
  for (let point = 0; point < count; point++) {
    const cell = cellOf[point] as number;
    if (cell < 0) continue;
    const slot = next[cell] as number;
    members[slot] = point;
    next[cell] = slot + 1;
  }
  return { ...shape, starts, members };
}

function countPlaced(positions: Float32Array): number {
  let count = 0;
  for (let i = 0; i < positions.length; i += 2) {
    if (Number.isFinite(positions[i]) && Number.isFinite(positions[i + 1])) count++;
  }
  return count;
}

type CellShape = Omit<Cells, 'starts' | 'members'>;

function columnOf({ left, size, columns }: CellShape, x: number): number {
  return Math.min(Math.max(Math.floor((x - left) / size), 0), columns - 1);
}

function rowOf({ bottom, size, rows }: CellShape, y: number): number {
  return Math.min(Math.max(Math.floor((y - bottom) / size), 0), rows - 1);
}

function typicalSpacing({ starts, members, size }: Cells): number {
  if (members.length === 0) return size;
  let occupied = 0;
  for (let cell = 0; cell + 1 < starts.length; cell++) {
    if (starts[cell] !== starts[cell + 1]) occupied++;
  }
  return size * Math.sqrt(occupied / members.length);
}

function forEachNear(cells: Cells, box: Box, visit: (point: number) => void): void {
  const { columns, starts, members } = cells;
  const lastRow = rowOf(cells, box.yMax);
  const firstColumn = columnOf(cells, box.xMin);
  const lastColumn = columnOf(cells, box.xMax);
  for (let row = rowOf(cells, box.yMin); row <= lastRow; row++) {
    const end = starts[row * columns + lastColumn + 1] as number;
    for (let slot = starts[row * columns + firstColumn] as number; slot < end; slot++) {
      visit(members[slot] as number);
    }
  }
}

/** Searches in growing squares, so that a large distance costs no more than a small one when points are near. */
function nearest(
  cells: Cells,
  positions: Float32Array,
  place: Point,
  maxDistance: number,
  isAccepted?: (point: number) => boolean,
): number | undefined {
  for (let reach = Math.min(cells.size, maxDistance); ; reach = Math.min(reach * 4, maxDistance)) {
    const found = nearestWithin(cells, positions, place, reach, isAccepted);
    if (found !== undefined || reach >= maxDistance) return found;
  }
}

function nearestWithin(
  cells: Cells,
  positions: Float32Array,
  { x, y }: Point,
  reach: number,
  isAccepted?: (point: number) => boolean,
): number | undefined {
  let best: number | undefined;
  let bestSquared = reach * reach;
  forEachNear(cells, { xMin: x - reach, yMin: y - reach, xMax: x + reach, yMax: y + reach }, (point) => {
    const dx = (positions[2 * point] as number) - x;
    const dy = (positions[2 * point + 1] as number) - y;
    const squared = dx * dx + dy * dy;
    if (squared > bestSquared) return;
    if (best !== undefined && squared === bestSquared && point > best) return;
    if (isAccepted?.(point) === false) return;
    best = point;
    bestSquared = squared;
  });
  return best;
}

function localSpacings(cells: Cells, positions: Float32Array, otherwise: number): Float32Array {
  const { columns, rows, size, starts, members } = cells;
  const spacings = new Float32Array(positions.length / 2).fill(otherwise);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column;
      const [from, to] = [starts[cell] as number, starts[cell + 1] as number];
      if (from === to) continue;
      const firstColumn = Math.max(column - 1, 0);
      const lastColumn = Math.min(column + 1, columns - 1);
      let [cellCount, pointCount] = [0, 0];
      for (let near = Math.max(row - 1, 0); near <= Math.min(row + 1, rows - 1); near++) {
        cellCount += lastColumn - firstColumn + 1;
        pointCount +=
          (starts[near * columns + lastColumn + 1] as number) -
          (starts[near * columns + firstColumn] as number);
      }
      const spacing = size * Math.sqrt(cellCount / pointCount);
      for (let slot = from; slot < to; slot++) spacings[members[slot] as number] = spacing;
    }
  }
  return spacings;
}
