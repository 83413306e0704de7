/** A place: in the units of the layout, y up, or in CSS pixels, y down. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Width and height, in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** An upright rectangle, in the same units as its corners. */
export interface Box {
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

export function boxBetween(a: Point, b: Point): Box {
  return {
    xMin: Math.min(a.x, b.x),
    yMin: Math.min(a.y, b.y),
    xMax: Math.max(a.x, b.x),
    yMax: Math.max(a.y, b.y),
  };
}

/** The smallest box around points `x0, y0, x1, y1, ...` that are numbers; `undefined` when there is none. */
export function boundsOf(positions: Float32Array, points?: Uint32Array): Box | undefined {
  let [xMin, yMin] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [xMax, yMax] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const count = points?.length ?? positions.length / 2;
  for (let i = 0; i < count; i++) {
    const point = points === undefined ? i : (points[i] as number);
    const x = positions[2 * point] as number;
    const y = positions[2 * point + 1] as number;
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    if (x < xMin) xMin = x;
    if (x > xMax) xMax = x;
    if (y < yMin) yMin = y;
    if (y > yMax) yMax = y;
  }
  return xMin > xMax ? undefined : { xMin, yMin, xMax, yMax };
}
