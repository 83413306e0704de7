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
  const [top, left] = [unmirroredLow(rows), unmirroredLow(columns)];
  const [height, kept] = [rows.high - rows.low, columns.high - columns.low];
  if (height < rows.length || kept < width) placed.fill(fill);
  if (height === 0 || kept === 0) return;
  const from = start + (top + unmirroredOffset(rows)) * width + left + unmirroredOffset(columns);
  const first = top * width + left;
  placed.set(source.subarray(from, from + (height - 1) * width + kept), first);
  if (kept === width) return;
  for (let row = 1; row < height; row++)
    for (let gap = first + row * width - (width - kept); gap < first + row * width; gap++) placed[gap] = fill;
}

function unmirroredLow({ length, direction, low, high }: Axis): number {
  return direction === 1 ? low : length - high;
}

function unmirroredOffset({ length, direction, offset }: Axis): number {
  return direction === 1 ? offset : offset - (length - 1);
}
