import type { Pixels } from '../../../images/images.ts';
import { bilinearAt, nearestAt, roundToEven } from './interpolation.ts';
import { MARGIN } from './padded-image.ts';

/**
 * Writes the columns `from` to `to` of a row of a result. The row begins at `start` in the target; its column 0 comes
 * from (x, y) in the padded source, and each next one from (stepX, stepY) further on. All lie within the margin.
 */
export type RowSampler = (
  source: Pixels,
  stride: number,
  x: number,
  y: number,
  stepX: number,
  stepY: number,
  target: Pixels,
  start: number,
  from: number,
  to: number,
) => void;

/** Bits behind the point of a place in the source, and of a weight: a sum of 8 + 12 + 12 bits fits into a word. */
const PLACE_BITS = 20;
const WEIGHT_BITS = 12;
const DROPPED_BITS = PLACE_BITS - WEIGHT_BITS;
const WEIGHT_MASK = 2 ** WEIGHT_BITS - 1;
const HALF = 2 ** (2 * WEIGHT_BITS - 1);

/** The longest side of images whose places fit into a word. */
export const FIXED_POINT_SIDE: number = 2 ** (31 - PLACE_BITS) - 2 * MARGIN;

export const nearestRow: RowSampler = (source, stride, x, y, stepX, stepY, target, start, from, to) => {
  for (let column = from; column < to; column++)
    target[start + column] = nearestAt(source, stride, x + stepX * column, y + stepY * column);
};

export const bilinearFloats: RowSampler = (source, stride, x, y, stepX, stepY, target, start, from, to) => {
  for (let column = from; column < to; column++)
    target[start + column] = bilinearAt(source, stride, x + stepX * column, y + stepY * column);
};

export const bilinearBytes: RowSampler = (source, stride, x, y, stepX, stepY, target, start, from, to) => {
  for (let column = from; column < to; column++) {
    const value = bilinearAt(source, stride, x + stepX * column, y + stepY * column);
    target[start + column] = roundToEven(value);
  }
};

/**
 * The same in whole numbers, half as fast again: places and weights are rounded to 2^-12 pixels, which moves a value by
 * 1/16 at most before it is rounded, ties to even.
 */
export const bilinearFixedPoint: RowSampler = (
  source,
  stride,
  x,
  y,
  stepX,
  stepY,
  target,
  start,
  from,
  to,
) => {
  let placeX = toPlace(x + stepX * from);
  let placeY = toPlace(y + stepY * from);
  const placeStepX = Math.round(stepX * 2 ** PLACE_BITS) | 0;
  const placeStepY = Math.round(stepY * 2 ** PLACE_BITS) | 0;
  for (let column = from; column < to; column++) {
    const right = (placeX >> DROPPED_BITS) & WEIGHT_MASK;
    const down = (placeY >> DROPPED_BITS) & WEIGHT_MASK;
    const index = (Math.imul(placeY >> PLACE_BITS, stride) + (placeX >> PLACE_BITS)) | 0;
    const topLeft = source[index] as number;
    const bottomLeft = source[index + stride] as number;
    const top = (topLeft << WEIGHT_BITS) + Math.imul(right, (source[index + 1] as number) - topLeft);
    const bottom =
      (bottomLeft << WEIGHT_BITS) + Math.imul(right, (source[index + stride + 1] as number) - bottomLeft);
    const value = ((top << WEIGHT_BITS) + Math.imul(bottom - top, down)) | 0;
    target[start + column] = (value + HALF - 1 + ((value >>> (2 * WEIGHT_BITS)) & 1)) >>> (2 * WEIGHT_BITS);
    placeX = (placeX + placeStepX) | 0;
    placeY = (placeY + placeStepY) | 0;
  }
};

/** A coordinate in the padded image, and half of what is dropped of it, so that dropping rounds. */
function toPlace(coordinate: number): number {
  return (Math.round((coordinate + MARGIN) * 2 ** PLACE_BITS) + 2 ** (DROPPED_BITS - 1)) | 0;
}
