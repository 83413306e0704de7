import type { AffineMap } from '../affine-map.ts';

/** Columns `from` to `to` of a row, `to` not among them; reused from row to row. */
export interface Span {
  from: number;
  to: number;
}

/** Places `low..highX` across and `low..highY` down, ends included. */
export interface Area {
  readonly low: number;
  readonly highX: number;
  readonly highY: number;
}

/** Finds the columns of a row of a result that come from an area. */
export function findSpan(area: Area, width: number, map: AffineMap, row: number, span: Span): void {
  const { low, highX, highY } = area;
  const last = width - 1;
  const stepX = map[0] as number;
  const stepY = map[3] as number;
  const x = (map[1] as number) * row + (map[2] as number);
  const y = (map[4] as number) * row + (map[5] as number);
  let from = 0;
  let to = width;
  if (!isInside(area, x, y)) {
    const entry = Math.max(entryOf(x, stepX, low, highX), entryOf(y, stepY, low, highY));
    from = Math.max(0, Math.min(width, Math.floor(entry)));
  }
  if (!isInside(area, x + stepX * last, y + stepY * last)) {
    const exit = -Math.max(entryOf(x, -stepX, low, highX), entryOf(y, -stepY, low, highY));
    to = Math.max(from, Math.min(width, Math.ceil(exit) + 1));
  }
  while (from < to && !isInside(area, x + stepX * from, y + stepY * from)) from++;
  while (to > from && !isInside(area, x + stepX * (to - 1), y + stepY * (to - 1))) to--;
  span.from = from;
  span.to = to;
}

function isInside({ low, highX, highY }: Area, x: number, y: number): boolean {
  return x >= low && x <= highX && y >= low && y <= highY;
}

/** How many steps from a start until an interval begins; from a start inside it against the steps, fewer than none. */
function entryOf(start: number, step: number, low: number, high: number): number {
  if (step === 0) return start >= low && start <= high ? -Infinity : Infinity;
  return ((step > 0 ? low : high) - start) / step;
}
