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
  const stepX = map[0] as number;
  const stepY = map[3] as number;
  const x = (map[1] as number) * row + (map[2] as number);
  const y = (map[4] as number) * row + (map[5] as number);
  const lastX = x + stepX * (width - 1);
  const lastY = y + stepY * (width - 1);
  let from = Math.min(width, Math.floor(stepsInto(area, x, y, stepX, stepY)));
  let to = Math.max(from, width - Math.floor(stepsInto(area, lastX, lastY, -stepX, -stepY)));
  while (from < to && !isInside(area, x + stepX * from, y + stepY * from)) from++;
  while (to > from && !isInside(area, x + stepX * (to - 1), y + stepY * (to - 1))) to--;
  span.from = from;
  span.to = to;
}

/** Steps from a place until an area begins, but for what rounding does; infinitely many where they lead away from it. */
function stepsInto({ low, highX, highY }: Area, x: number, y: number, stepX: number, stepY: number): number {
  return Math.max(stepsBetween(x, stepX, low, highX), stepsBetween(y, stepY, low, highY));
}

function stepsBetween(start: number, step: number, low: number, high: number): number {
  if (start >= low && start <= high) return 0;
  const steps = ((start < low ? low : high) - start) / step;
  return steps >= 0 ? steps : Infinity;
}

function isInside({ low, highX, highY }: Area, x: number, y: number): boolean {
  return x >= low && x <= highX && y >= low && y <= highY;
}
