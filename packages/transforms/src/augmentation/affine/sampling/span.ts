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

/** Finds the columns of a row that come from an area: those with `x + stepX * column` and `y + stepY * column` in it. */
export function findSpan(
  area: Area,
  width: number,
  x: number,
  y: number,
  stepX: number,
  stepY: number,
  span: Span,
): void {
  const isInside = (column: number) => {
    const placeX = x + stepX * column;
    const placeY = y + stepY * column;
    return placeX >= area.low && placeX <= area.highX && placeY >= area.low && placeY <= area.highY;
  };
  let from = 0;
  let to = width;
  if (!isInside(0)) {
    const entry = Math.max(entryOf(x, stepX, area.low, area.highX), entryOf(y, stepY, area.low, area.highY));
    from = Math.max(0, Math.min(width, Math.floor(entry)));
  }
  if (!isInside(width - 1)) {
    const exit = -Math.max(
      entryOf(x, -stepX, area.low, area.highX),
      entryOf(y, -stepY, area.low, area.highY),
    );
    to = Math.max(from, Math.min(width, Math.ceil(exit) + 1));
  }
  while (from < to && !isInside(from)) from++;
  while (to > from && !isInside(to - 1)) to--;
  span.from = from;
  span.to = to;
}

/** How many steps from a start until an interval begins; from a start inside it against the steps, fewer than none. */
function entryOf(start: number, step: number, low: number, high: number): number {
  if (step === 0) return start >= low && start <= high ? -Infinity : Infinity;
  return ((step > 0 ? low : high) - start) / step;
}
