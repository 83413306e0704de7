import { sumF64 } from '../lanes';
import { multiplyPairs } from '../products/pair-tiles';
import { ROW_BYTES } from './coordinates';
import { centredQuads, clearSums, partsOf, ROWS, RUN, squareOf, tile, writeRows } from './projection';

const PAIR_QUAD_BYTES: usize = <usize>RUN * 8;
/** The inner product of a run of such numbers with a direction of length 16,384 fits in 31 bits. */
const MOST: i32 = 5600;

/**
 * Coordinates of samples of bytes in the space of lower bounds, `[sampleCount][160]` int16. All inner products are whole
 * numbers, exact. A sample farther from the centre than `16000 / scale` is pulled towards it to that distance, which
 * lengthens no distance between samples.
 */
export function projectBytes(
  samples: usize, featureCount: i32, centre: usize, directions: usize, axisCount: i32, mixing: usize, scale: f64,
  coordinates: usize, begin: i32, end: i32,
): void {
  project(samples, 0, featureCount, centre, directions, axisCount, mixing, scale, coordinates, begin, end);
}

/**
 * The same of bytes times weights, rounded to whole numbers. What is farther from the centre than 5,600 is taken to be
 * there, which lengthens no distance either.
 *
 * @param weights - float32
 * @param centre - int16
 */
export function projectWeightedBytes(
  samples: usize, weights: usize, featureCount: i32, centre: usize, directions: usize, axisCount: i32, mixing: usize,
  scale: f64, coordinates: usize, begin: i32, end: i32,
): void {
  project(samples, weights, featureCount, centre, directions, axisCount, mixing, scale, coordinates, begin, end);
}

/** @param weights - 0 for bytes as they are, whose centre is bytes too. */
function project(
  samples: usize, weights: usize, featureCount: i32, centre: usize, directions: usize, axisCount: i32, mixing: usize,
  scale: f64, coordinates: usize, begin: i32, end: i32,
): void {
  const panelBytes = (<usize>((featureCount + 1) >> 1)) << 5;
  for (let first = begin; first < end; first += ROWS) {
    const count = min(ROWS, end - first);
    clearSums();
    for (let feature = 0; feature < featureCount; feature += RUN) {
      const length = min(RUN, featureCount - feature);
      const at = <usize>feature, from = samples + (<usize>first) * (<usize>featureCount) + at;
      if (weights === 0) packRun(from, featureCount, count, centre + at, length);
      else packWeightedRun(from, weights + (at << 2), featureCount, count, centre + (at << 1), length);
      for (let axis = 0; axis < axisCount; axis += 8) {
        const right = directions + (<usize>(axis >> 3)) * panelBytes + ((<usize>feature) << 4);
        for (let quad = 0; quad < count; quad += 4) {
          multiplyPairs(centredQuads() + (<usize>(quad >> 2)) * PAIR_QUAD_BYTES, 16, right, (length + 1) >> 1, tile());
          addTile(partsOf(quad >> 2), axis, min(axis + 8, axisCount));
        }
      }
    }
    writeRows(count, axisCount, mixing, scale, coordinates + (<usize>first) * ROW_BYTES);
  }
}

/** A run of features less the centre as quads, `[ceil(length / 2)][4][2]` int16; what is missing counts as zero. */
function packRun(samples: usize, featureCount: i32, count: i32, centre: usize, length: i32): void {
  memory.fill(centredQuads(), 0, <usize>ROWS / 4 * PAIR_QUAD_BYTES);
  const vectorEnd = <usize>(length & ~7);
  for (let row = 0; row < count; row++) {
    const from = samples + (<usize>row) * (<usize>featureCount);
    const to = centredQuads() + (<usize>(row >> 2)) * PAIR_QUAD_BYTES + ((<usize>(row & 3)) << 2);
    let sums = i32x4.splat(0);
    let at: usize = 0;
    for (; at < vectorEnd; at += 8) {
      const values = i16x8.sub(v128.load8x8_u(from + at), v128.load8x8_u(centre + at));
      sums = i32x4.add(sums, i32x4.dot_i16x8_s(values, values));
      const place = to + (at << 3);
      v128.store32_lane(place, values, 0);
      v128.store32_lane(place, values, 1, 16);
      v128.store32_lane(place, values, 2, 32);
      v128.store32_lane(place, values, 3, 48);
    }
    let sum = i32x4.extract_lane(sums, 0) + i32x4.extract_lane(sums, 1) + i32x4.extract_lane(sums, 2) + i32x4.extract_lane(sums, 3);
    for (; at < <usize>length; at++) {
      const value = <i32>load<u8>(from + at) - <i32>load<u8>(centre + at);
      sum += value * value;
      store<i16>(to + ((at >> 1) << 4) + ((at & 1) << 1), <i16>value);
    }
    store<f64>(squareOf(row), load<f64>(squareOf(row)) + <f64>sum);
  }
}

/** The same of weighted bytes. */
function packWeightedRun(
  samples: usize, weights: usize, featureCount: i32, count: i32, centre: usize, length: i32,
): void {
  memory.fill(centredQuads(), 0, <usize>ROWS / 4 * PAIR_QUAD_BYTES);
  const vectorEnd = <usize>(length & ~7);
  for (let row = 0; row < count; row++) {
    const from = samples + (<usize>row) * (<usize>featureCount);
    const to = centredQuads() + (<usize>(row >> 2)) * PAIR_QUAD_BYTES + ((<usize>(row & 3)) << 2);
    let sums = f64x2.splat(0);
    let at: usize = 0;
    for (; at < vectorEnd; at += 8) {
      const words = v128.load8x8_u(from + at);
      const low = weighed(i32x4.extend_low_i16x8_u(words), weights + (at << 2));
      const high = weighed(i32x4.extend_high_i16x8_u(words), weights + (at << 2) + 16);
      const values = capped(i16x8.sub_sat_s(i16x8.narrow_i32x4_s(low, high), v128.load(centre + (at << 1))));
      const squares = i32x4.dot_i16x8_s(values, values);
      sums = f64x2.add(sums, f64x2.convert_low_i32x4_s(squares));
      sums = f64x2.add(sums, f64x2.convert_low_i32x4_s(i32x4.shuffle(squares, squares, 2, 3, 2, 3)));
      const place = to + (at << 3);
      v128.store32_lane(place, values, 0);
      v128.store32_lane(place, values, 1, 16);
      v128.store32_lane(place, values, 2, 32);
      v128.store32_lane(place, values, 3, 48);
    }
    let sum = sumF64(sums);
    for (; at < <usize>length; at++) {
      const product = <f32>load<u8>(from + at) * load<f32>(weights + (at << 2));
      const whole = <i32>min<f32>(floor<f32>(product + 0.5), 32767);
      const centred = whole - <i32>load<i16>(centre + (at << 1));
      const value = max(-MOST, min(MOST, centred));
      sum += <f64>(value * value);
      store<i16>(to + ((at >> 1) << 4) + ((at & 1) << 1), <i16>value);
    }
    store<f64>(squareOf(row), load<f64>(squareOf(row)) + sum);
  }
}

/** Four bytes times their weights, rounded. */
function weighed(bytes: v128, weights: usize): v128 {
  const products = f32x4.mul(f32x4.convert_i32x4_s(bytes), v128.load(weights));
  return i32x4.trunc_sat_f32x4_s(f32x4.floor(f32x4.add(products, f32x4.splat(0.5))));
}

function capped(values: v128): v128 {
  return i16x8.max_s(i16x8.splat(<i16>-MOST), i16x8.min_s(i16x8.splat(<i16>MOST), values));
}

/** Row after row of eight axes, to axis after axis of four rows. */
function addTile(parts: usize, start: i32, end: i32): void {
  for (let axis = start; axis < end; axis++) {
    for (let row: usize = 0; row < 4; row++) {
      const to = parts + ((<usize>axis) << 5) + (row << 3);
      const sum = load<i32>(tile() + (row << 5) + ((<usize>(axis - start)) << 2));
      store<f64>(to, load<f64>(to) + <f64>sum);
    }
  }
}
