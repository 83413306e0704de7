import type { Box, Point } from '../geometry.ts';
import type { PointGrid } from './point-grid.ts';

interface Edge {
  readonly x: number;
  readonly y: number;
  readonly xEnd: number;
  readonly yEnd: number;
}

const BANDS = 256;

/**
 * The points inside an outline that closes itself, ascending. Where the outline crosses itself, what it goes round at
 * least once is inside.
 *
 * @param positions - `x0, y0, x1, y1, ...`; the same as the grid's.
 * @param outline - Corners in the unit of the positions.
 */
export function pointsInPolygon(
  grid: PointGrid,
  positions: Float32Array,
  outline: readonly Point[],
  isAccepted: (point: number) => boolean = () => true,
): Uint32Array {
  const box = boxAround(outline);
  if (box === undefined) return new Uint32Array(0);
  const bandOf = (y: number): number =>
    Math.min(Math.floor(((y - box.yMin) / (box.yMax - box.yMin)) * BANDS), BANDS - 1);
  const bands = sortIntoBands(outline, bandOf);
  const inside: number[] = [];
  grid.forEachNear(box, (point) => {
    const x = positions[2 * point] as number;
    const y = positions[2 * point + 1] as number;
    if (x < box.xMin || x > box.xMax || y < box.yMin || y > box.yMax) return;
    if (winding(bands[bandOf(y)] ?? [], x, y) !== 0 && isAccepted(point)) inside.push(point);
  });
  return Uint32Array.from(inside).toSorted();
}

/** The points in a box with its rim, ascending. */
export function pointsInBox(
  grid: PointGrid,
  positions: Float32Array,
  box: Box,
  isAccepted: (point: number) => boolean = () => true,
): Uint32Array {
  const inside: number[] = [];
  grid.forEachNear(box, (point) => {
    const x = positions[2 * point] as number;
    const y = positions[2 * point + 1] as number;
    if (x < box.xMin || x > box.xMax || y < box.yMin || y > box.yMax) return;
    if (isAccepted(point)) inside.push(point);
  });
  return Uint32Array.from(inside).toSorted();
}

function boxAround(outline: readonly Point[]): Box | undefined {
  let [xMin, yMin] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [xMax, yMax] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { x, y } of outline) {
    [xMin, yMin] = [Math.min(xMin, x), Math.min(yMin, y)];
    [xMax, yMax] = [Math.max(xMax, x), Math.max(yMax, y)];
  }
  return yMin < yMax && xMin < xMax ? { xMin, yMin, xMax, yMax } : undefined;
}

/** A point meets only the edges of its band: an outline has hundreds of them. */
function sortIntoBands(
  outline: readonly Point[],
  bandOf: (y: number) => number,
): readonly (readonly Edge[])[] {
  const bands: Edge[][] = Array.from({ length: BANDS }, () => []);
  outline.forEach((start, i) => {
    const end = outline[(i + 1) % outline.length] as Point;
    const edge = { x: start.x, y: start.y, xEnd: end.x, yEnd: end.y };
    const last = bandOf(Math.max(start.y, end.y));
    for (let band = bandOf(Math.min(start.y, end.y)); band <= last; band++) bands[band]?.push(edge);
  });
  return bands;
}

/** How often the edges go round a place. @see Hormann & Agathos 2001, "The point in polygon problem" */
function winding(edges: readonly Edge[], x: number, y: number): number {
  let turns = 0;
  for (const edge of edges) {
    const isUp = edge.y <= y;
    if (isUp === edge.yEnd <= y) continue;
    const side = (edge.xEnd - edge.x) * (y - edge.y) - (x - edge.x) * (edge.yEnd - edge.y);
    if (isUp && side > 0) turns++;
    else if (!isUp && side < 0) turns--;
  }
  return turns;
}
