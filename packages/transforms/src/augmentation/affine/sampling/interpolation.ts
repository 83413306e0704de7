import type { Pixels } from '../../../images/images.ts';
import { MARGIN } from './padded-image.ts';

/** Added and taken away again, it leaves of a number below 2^51 the nearest whole one, ties to even. */
const ROUNDER = 1.5 * 2 ** 52;

/** The nearest whole number, of two the even one. */
export function roundToEven(value: number): number {
  return value + ROUNDER - ROUNDER;
}

/** The value of a padded image at a place within its margin, between the four pixels around it. */
export function bilinearAt(pixels: Pixels, stride: number, x: number, y: number): number {
  const placeX = x + MARGIN;
  const placeY = y + MARGIN;
  const column = placeX | 0;
  const row = placeY | 0;
  const right = placeX - column;
  const index = (Math.imul(row, stride) + column) | 0;
  const below = (index + stride) | 0;
  const topLeft = pixels[index] as number;
  const bottomLeft = pixels[below] as number;
  const top = topLeft + right * ((pixels[(index + 1) | 0] as number) - topLeft);
  const bottom = bottomLeft + right * ((pixels[(below + 1) | 0] as number) - bottomLeft);
  return top + (placeY - row) * (bottom - top);
}

/** The pixel of a padded image that is nearest to a place within its margin. */
export function nearestAt(pixels: Pixels, stride: number, x: number, y: number): number {
  const column = (roundToEven(x) + MARGIN) | 0;
  const row = (roundToEven(y) + MARGIN) | 0;
  return pixels[(Math.imul(row, stride) + column) | 0] as number;
}
