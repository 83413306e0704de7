import type { Axis } from './axis.ts';

/**
 * Copies an image to where its axes have it, not mirrored yet: with whole rows one after the other it is a single copy, and
 * what that brings from the neighbouring rows is filled.
 *
 * @param start - Where the image begins in the source.
 * @param placed - As large as one image; written.
 */
export function placePicture(
  source: Uint8Array,
  start: number,
  rows: Axis,
  columns: Axis,
  fill: number,
  placed: Uint8Array,
): void {
  const width = columns.length;
  const top = unmirroredLow(rows);
  const left = unmirroredLow(columns);
  const height = rows.high - rows.low;
  const kept = columns.high - columns.low;
  if (height < rows.length || kept < width) placed.fill(fill);
  if (height === 0 || kept === 0) return;
  const from = start + (top + unmirroredOffset(rows)) * width + left + unmirroredOffset(columns);
  const first = top * width + left;
  placed.set(source.subarray(from, from + (height - 1) * width + kept), first);
  const end = first + (height - 1) * width;
  for (let column = first + kept; column < first + width; column++)
    for (let gap = column; gap < end; gap += width) placed[gap] = fill;
}

function unmirroredLow({ length, direction, low, high }: Axis): number {
  return direction === 1 ? low : length - high;
}

function unmirroredOffset({ length, direction, offset }: Axis): number {
  return direction === 1 ? offset : offset - (length - 1);
}
