import type { Pixels } from '../../../images/images.ts';
import type { AffineMap } from '../affine-map.ts';
import { bilinearAt, nearestAt, roundToEven } from './interpolation.ts';
import { MARGIN } from './padded-image.ts';

/** Writes the columns `from` to `to` of a row of a result, which begins at `start` in the target, from a padded source. */
export type RowSampler = (
  source: Pixels,
  stride: number,
  map: AffineMap,
  row: number,
  target: Pixels,
  start: number,
  from: number,
  to: number,
) => void;

/** Bits behind the point of a place in the source, and of a weight: a sum of 8 + 12 + 12 bits fits into a word. */
const PLACE_BITS = 22;
const WEIGHT_BITS = 12;
const DROPPED_BITS = PLACE_BITS - WEIGHT_BITS;
const WEIGHT_MASK = 2 ** WEIGHT_BITS - 1;
const HALF = 2 ** (2 * WEIGHT_BITS - 1);

/** The longest side of images whose places fit into a word. */
export const FIXED_POINT_SIDE: number = 2 ** (31 - PLACE_BITS) - 2 * MARGIN;

export const nearestRow: RowSampler = (source, stride, map, row, target, start, from, to) => {
  const stepX = map[0] as number;
  const stepY = map[3] as number;
  const x = (map[1] as number) * row + (map[2] as number);
  const y = (map[4] as number) * row + (map[5] as number);
  for (let column = from; column < to; column++)
    target[start + column] = nearestAt(source, stride, x + stepX * column, y + stepY * column);
};

export const bilinearFloats: RowSampler = (source, stride, map, row, target, start, from, to) => {
  const stepX = map[0] as number;
  const stepY = map[3] as number;
  const x = (map[1] as number) * row + (map[2] as number);
  const y = (map[4] as number) * row + (map[5] as number);
  for (let column = from; column < to; column++)
    target[start + column] = bilinearAt(source, stride, x + stepX * column, y + stepY * column);
};

export const bilinearBytes: RowSampler = (source, stride, map, row, target, start, from, to) => {
  const stepX = map[0] as number;
  const stepY = map[3] as number;
  const x = (map[1] as number) * row + (map[2] as number);
  const y = (map[4] as number) * row + (map[5] as number);
  for (let column = from; column < to; column++) {
    const value = bilinearAt(source, stride, x + stepX * column, y + stepY * column);
    target[start + column] = roundToEven(value);
  }
};

/**
 * The same in whole numbers, in half of the time: places and weights are rounded to 2^-12 pixels, which moves a value by
 * 1/16 at most before it is rounded, ties to even.
 */
export const bilinearFixedPoint: RowSampler = (source, stride, map, row, target, start, from, to) => {
  const stepX = map[0] as number;
  const stepY = map[3] as number;
  const x = (map[1] as number) * row + (map[2] as number);
  const y = (map[4] as number) * row + (map[5] as number);
  let placeX = toPlace(x + stepX * from);
  let placeY = toPlace(y + stepY * from);
  const placeStepX = (stepX * 2 ** PLACE_BITS) | 0;
  const placeStepY = (stepY * 2 ** PLACE_BITS) | 0;
  const end = (start + to) | 0;
  for (let at = (start + from) | 0; at < end; at = (at + 1) | 0) {
    const right = (placeX >> DROPPED_BITS) & WEIGHT_MASK;
    const down = (placeY >> DROPPED_BITS) & WEIGHT_MASK;
    const index = (Math.imul(placeY >> PLACE_BITS, stride) + (placeX >> PLACE_BITS)) | 0;
    const below = (index + stride) | 0;
    const top = blend(source[index] as number, source[(index + 1) | 0] as number, right);
    const bottom = blend(source[below] as number, source[(below + 1) | 0] as number, right);
    const value = ((top << WEIGHT_BITS) + Math.imul((bottom - top) | 0, down)) | 0;
    target[at] = (((value + HALF - 1) | 0) + ((value >>> (2 * WEIGHT_BITS)) & 1)) >>> (2 * WEIGHT_BITS);
    placeX = (placeX + placeStepX) | 0;
    placeY = (placeY + placeStepY) | 0;
  }
};

/** A coordinate in the padded image, and half of what is dropped of it, so that dropping rounds. */
function toPlace(coordinate: number): number {
  return ((coordinate + MARGIN) * 2 ** PLACE_BITS + 2 ** (DROPPED_BITS - 1)) | 0;
}

/** A value between two pixels, times 2^12. */
function blend(first: number, second: number, weight: number): number {
  return ((first << WEIGHT_BITS) + Math.imul(weight, (second - first) | 0)) | 0;
}
