import { multiplyDoubles } from '../products/double-tiles';
import { scratch } from '../scratch';
import { AXES, ROW_BYTES } from './coordinates';

/** Samples that are projected at a time, four to a quad. */
export const ROWS: i32 = 16;
/** Features that are multiplied at a time. */
export const RUN: i32 = 512;

const QUADS: usize = <usize>ROWS / 4;
/** Four samples times the features of a run, as float64. */
export const QUAD_BYTES: usize = <usize>RUN * 32;
const PARTS_BYTES: usize = <usize>AXES * 32;

/** Integer norms and their sums must fit in 31 bits. */
const LONGEST: f64 = 16000;

/** Room for a run of the quads less the centre. */
export function centredQuads(): usize {
  return scratch;
}

/** `[axisCount][4]` float64 of every quad: inner products with the directions. */
export function partsOf(quad: i32): usize {
  return scratch + QUADS * QUAD_BYTES + (<usize>quad) * PARTS_BYTES;
}

/** Squared distance of every sample from the centre, float64. */
export function squareOf(row: i32): usize {
  return scratch + QUADS * (QUAD_BYTES + PARTS_BYTES) + ((<usize>row) << 3);
}

/** Room for the sums of a tile. */
export function tile(): usize {
  return squareOf(ROWS);
}

/** Before the features of new samples are added up. */
export function clearSums(): void {
  memory.fill(partsOf(0), 0, tile() - partsOf(0));
}

/**
 * Writes the coordinates of the samples whose sums are there.
 *
 * @param mixing - What makes the directions orthonormal, a lower triangle as panels of four rows,
 *   `[ceil(axisCount / 4)][axisCount][4]` float64.
 */
export function writeRows(count: i32, axisCount: i32, mixing: usize, scale: f64, to: usize): void {
  const panelBytes = (<usize>axisCount) << 5;
  const dots = centredQuads();
  for (let quad = 0; quad < count; quad += 4) {
    for (let axis = 0; axis < axisCount; axis += 4) {
      const right = mixing + (<usize>(axis >> 2)) * panelBytes;
      multiplyDoubles(partsOf(quad >> 2), right, min(axis + 4, axisCount), dots + ((<usize>axis) << 5));
    }
    for (let row = quad; row < min(quad + 4, count); row++)
      writeRow(dots + ((<usize>(row - quad)) << 5), load<f64>(squareOf(row)), axisCount, scale, to + (<usize>row) * ROW_BYTES);
  }
}

function writeRow(dots: usize, square: f64, axisCount: i32, scale: f64, to: usize): void {
  const factor = scale * min<f64>(1, LONGEST / (scale * Math.sqrt(square)));
  let rest = square;
  for (let axis = 0; axis < AXES; axis++) {
    const dot = axis < axisCount ? load<f64>(dots + ((<usize>(axis >> 2)) << 7) + ((<usize>(axis & 3)) << 3)) : 0;
    rest -= dot * dot;
    to = append(to, dot * factor);
    if (axis !== 13 && axis !== 43 && axis !== 89 && axis !== 151) continue;
    const length = Math.sqrt(max<f64>(rest, 0)) * factor;
    to = append(to, length);
    if (axis === 13) to = append(to, 0);
    if (axis !== 151) to = append(to, length);
  }
}

function append(to: usize, value: f64): usize {
  store<i16>(to, <i16>Math.floor(value + 0.5));
  return to + 2;
}
