import type { Pixels } from '../../images/images.ts';

/** Copies a window of one image into another array, row by row; both end up one after the other. */
export function copyWindow(
  source: Pixels,
  sourceStart: number,
  sourceWidth: number,
  target: Pixels,
  targetStart: number,
  targetWidth: number,
  height: number,
  width: number,
): void {
  for (let row = 0; row < height; row++) {
    const from = sourceStart + row * sourceWidth;
    const to = targetStart + row * targetWidth;
    for (let column = 0; column < width; column++) target[to + column] = source[from + column] as number;
  }
}
