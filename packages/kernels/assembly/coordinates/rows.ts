import { sumF32 } from '../lanes';
import { scratch } from '../scratch';

const CACHE_LINE: usize = 64;

/**
 * A sample as float32: bytes as `(byte - centre) * factor`, floats as they are. What stands behind the features in
 * `row` stays: an intercept, and zeros up to a multiple of 16.
 */
export function loadRow(
  samples: usize, elementBytes: i32, featureCount: i32, sample: i32, centre: usize, factor: usize, row: usize,
): void {
  const length = <usize>featureCount;
  const from = samples + <usize>sample * length * <usize>elementBytes;
  if (elementBytes === 4) {
    memory.copy(row, from, length << 2);
    return;
  }
  const vectorEnd = length & ~15;
  let at: usize = 0;
  for (; at < vectorEnd; at += 16) {
    const bytes = v128.load(from + at), offset = at << 2;
    const low = i16x8.extend_low_i8x16_u(bytes), high = i16x8.extend_high_i8x16_u(bytes);
    storeScaled(row + offset, i32x4.extend_low_i16x8_u(low), centre + offset, factor + offset);
    storeScaled(row + offset + 16, i32x4.extend_high_i16x8_u(low), centre + offset + 16, factor + offset + 16);
    storeScaled(row + offset + 32, i32x4.extend_low_i16x8_u(high), centre + offset + 32, factor + offset + 32);
    storeScaled(row + offset + 48, i32x4.extend_high_i16x8_u(high), centre + offset + 48, factor + offset + 48);
  }
  for (; at < length; at++) {
    const offset = at << 2;
    store<f32>(row + offset, (<f32>load<u8>(from + at) - load<f32>(centre + offset)) * load<f32>(factor + offset));
  }
}

function storeScaled(row: usize, pixels: v128, centre: usize, factor: usize): void {
  v128.store(row, f32x4.mul(f32x4.sub(f32x4.convert_i32x4_s(pixels), v128.load(centre)), v128.load(factor)));
}

/**
 * Reads a byte of every cache line of a sample that will soon be a row: samples in random order come from memory, and
 * meanwhile there is something to compute.
 */
export function fetchSample(samples: usize, elementBytes: i32, featureCount: i32, sample: i32): void {
  const bytes = <usize>featureCount * <usize>elementBytes;
  const from = samples + <usize>sample * bytes;
  let sum = 0;
  for (let line: usize = 0; line < bytes; line += CACHE_LINE) sum += <i32>load<u8>(from + line);
  store<i32>(scratch, sum);
}

/** The inner product of two rows, `width` a multiple of 16: 16 sums, lane by lane. */
export function dot(row: usize, other: usize, width: i32): f32 {
  let a = f32x4.splat(0), b = a, c = a, d = a;
  for (const end = row + (<usize>width << 2); row < end; row += 64, other += 64) {
    a = f32x4.add(a, f32x4.mul(v128.load(row), v128.load(other)));
    b = f32x4.add(b, f32x4.mul(v128.load(row, 16), v128.load(other, 16)));
    c = f32x4.add(c, f32x4.mul(v128.load(row, 32), v128.load(other, 32)));
    d = f32x4.add(d, f32x4.mul(v128.load(row, 48), v128.load(other, 48)));
  }
  return sumF32(f32x4.add(f32x4.add(a, b), f32x4.add(c, d)));
}

/** Adds a multiple of a row to another one. */
export function addScaled(target: usize, row: usize, step: f32, width: i32): void {
  const steps = f32x4.splat(step);
  for (const end = row + (<usize>width << 2); row < end; row += 64, target += 64) {
    v128.store(target, f32x4.add(v128.load(target), f32x4.mul(steps, v128.load(row))));
    v128.store(target, f32x4.add(v128.load(target, 16), f32x4.mul(steps, v128.load(row, 16))), 16);
    v128.store(target, f32x4.add(v128.load(target, 32), f32x4.mul(steps, v128.load(row, 32))), 32);
    v128.store(target, f32x4.add(v128.load(target, 48), f32x4.mul(steps, v128.load(row, 48))), 48);
  }
}

/** Squared lengths of samples with their intercept, in float64. Items are pieces of samples. */
export function squareRows(
  samples: usize, elementBytes: i32, featureCount: i32, centre: usize, factor: usize, intercept: f64, squares: usize,
  begin: i32, end: i32,
): void {
  const length = <usize>featureCount;
  for (let sample = begin; sample < end; sample++) {
    const from = samples + <usize>sample * length * <usize>elementBytes;
    let first = f64x2.splat(0), second = first;
    let sum = intercept * intercept;
    let at: usize = 0;
    for (const vectorEnd = length & ~3; at < vectorEnd; at += 4) {
      const values = quadAt(from, at, elementBytes, centre, factor);
      const low = f64x2.promote_low_f32x4(values);
      const high = f64x2.promote_low_f32x4(v128.shuffle<i64>(values, values, 1, 1));
      first = f64x2.add(first, f64x2.mul(low, low));
      second = f64x2.add(second, f64x2.mul(high, high));
    }
    for (; at < length; at++) {
      const value = <f64>valueAt(from, at, elementBytes, centre, factor);
      sum += value * value;
    }
    first = f64x2.add(first, second);
    store<f64>(squares + (<usize>sample << 3), sum + f64x2.extract_lane(first, 0) + f64x2.extract_lane(first, 1));
  }
}

function quadAt(from: usize, at: usize, elementBytes: i32, centre: usize, factor: usize): v128 {
  if (elementBytes === 4) return v128.load(from + (at << 2));
  const bytes = i16x8.extend_low_i8x16_u(v128.load32_zero(from + at));
  const values = f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(bytes));
  return f32x4.mul(f32x4.sub(values, v128.load(centre + (at << 2))), v128.load(factor + (at << 2)));
}

function valueAt(from: usize, at: usize, elementBytes: i32, centre: usize, factor: usize): f32 {
  if (elementBytes === 4) return load<f32>(from + (at << 2));
  return (<f32>load<u8>(from + at) - load<f32>(centre + (at << 2))) * load<f32>(factor + (at << 2));
}
