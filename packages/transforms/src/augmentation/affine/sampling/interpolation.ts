import type { Pixels } from '../../../images/images.ts';
import { MARGIN } from './padded-image.ts';

/** Added and taken away again, it leaves of a number below 2^51 the nearest whole one, ties to even. */
const ROUNDER = 1.5 * 2 ** 52;

/** The nearest whole number, of two the even one. */
export function roundToEven(value: number): number {
  return value + ROUNDER - ROUNDER;
}

/** The value of a padded image at a place, between the four pixels around it. */
export function bilinearAt(pixels: Pixels, stride: number, x: number, y: number): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  const right = x - column;
  const down = y - row;
  const index = (row + MARGIN) * stride + column + MARGIN;
  const topLeft = pixels[index] as number;
  const bottomLeft = pixels[index + stride] as number;
  const top = topLeft + right * ((pixels[index + 1] as number) - topLeft);
  const bottom = bottomLeft + right * ((pixels[index + stride + 1] as number) - bottomLeft);
  return top + down * (bottom - top);
}

/** The pixel of a padded image that is nearest to a place. */
export function nearestAt(pixels: Pixels, stride: number, x: number, y: number): number {
  return pixels[(roundToEven(y) + MARGIN) * stride + roundToEven(x) + MARGIN] as number;
}
