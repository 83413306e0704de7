/**
 * Where the rows or the columns of a picture come from: number `i` from number `direction * i + offset` of the source, if
 * `low <= i < high`; from nowhere else.
 */
export interface Axis {
  readonly length: number;
  direction: 1 | -1;
  offset: number;
  low: number;
  high: number;
}

export function wholeAxis(length: number): Axis {
  return { length, direction: 1, offset: 0, low: 0, high: length };
}

/** Back to the source as it is. */
export function resetAxis(axis: Axis): void {
  axis.direction = 1;
  axis.offset = 0;
  axis.low = 0;
  axis.high = axis.length;
}

/** The last becomes the first. */
export function mirrorAxis(axis: Axis): void {
  const { length, low, high } = axis;
  axis.offset += axis.direction * (length - 1);
  axis.direction = axis.direction === 1 ? -1 : 1;
  axis.low = length - high;
  axis.high = length - low;
}

/** Number `i` becomes number `i + distance`; what leaves is lost. */
export function moveAxis(axis: Axis, distance: number): void {
  axis.offset -= axis.direction * distance;
  axis.low = clamp(axis.low + distance, axis.length);
  axis.high = clamp(axis.high + distance, axis.length);
}

function clamp(place: number, length: number): number {
  return Math.max(0, Math.min(length, place));
}
