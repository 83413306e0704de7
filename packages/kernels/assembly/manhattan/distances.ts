import { sumF64, sumI32 } from '../lanes';

/** Features after which a sum may be left. */
const RUN: usize = 128;

function absoluteDifferences(a: usize, b: usize): v128 {
  const x = v128.load(a), y = v128.load(b);
  return v128.or(i8x16.sub_sat_u(x, y), i8x16.sub_sat_u(y, x));
}

function difference(a: usize, b: usize): i32 {
  return abs(<i32>load<u8>(a) - <i32>load<u8>(b));
}

/** The Manhattan distance of two rows of bytes; something above `limit` when it exceeds that. */
export function byteDistance(a: usize, b: usize, featureCount: i32, limit: f64): f64 {
  const end = a + <usize>featureCount, vectorEnd = a + <usize>(featureCount & ~15);
  let sum = 0;
  while (a < vectorEnd) {
    const runEnd = min(a + RUN, vectorEnd);
    let sums = i16x8.splat(0);
    for (; a < runEnd; a += 16, b += 16)
      sums = i16x8.add(sums, i16x8.extadd_pairwise_i8x16_u(absoluteDifferences(a, b)));
    sum += sumI32(i32x4.extadd_pairwise_i16x8_u(sums));
    if (<f64>sum > limit) return <f64>sum;
  }
  for (; a < end; a++, b++) sum += difference(a, b);
  return <f64>sum;
}

/**
 * A lower bound of the weighted Manhattan distance of two rows of bytes, in whole steps; left as soon as it exceeds
 * `limit`.
 *
 * @param weights - int16, in steps, rounded down.
 */
export function weightedBound(a: usize, b: usize, weights: usize, featureCount: i32, limit: i32): i32 {
  const end = a + <usize>featureCount, vectorEnd = a + <usize>(featureCount & ~15);
  let sum = 0;
  while (a < vectorEnd) {
    let s0 = i32x4.splat(0), s1 = s0;
    for (const runEnd = min(a + RUN, vectorEnd); a < runEnd; a += 16, b += 16, weights += 32) {
      const differences = absoluteDifferences(a, b);
      s0 = i32x4.add(s0, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(differences), v128.load(weights)));
      s1 = i32x4.add(s1, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(differences), v128.load(weights, 16)));
    }
    sum += sumI32(i32x4.add(s0, s1));
    if (sum > limit) return sum;
  }
  for (; a < end; a++, b++, weights += 2) sum += difference(a, b) * <i32>load<i16>(weights);
  return sum;
}

/**
 * The weighted Manhattan distance of two rows of bytes, in eight partial sums of float64.
 *
 * @param weights - float64
 */
export function weightedDistance(a: usize, b: usize, weights: usize, featureCount: i32): f64 {
  let s0 = f64x2.splat(0), s1 = s0, s2 = s0, s3 = s0;
  const end = a + <usize>featureCount, vectorEnd = a + <usize>(featureCount & ~7);
  for (; a < vectorEnd; a += 8, b += 8, weights += 64) {
    const differences = i16x8.abs(i16x8.sub(v128.load8x8_u(a), v128.load8x8_u(b)));
    const low = i32x4.extend_low_i16x8_u(differences), high = i32x4.extend_high_i16x8_u(differences);
    s0 = f64x2.add(s0, f64x2.mul(f64x2.convert_low_i32x4_s(low), v128.load(weights)));
    s1 = f64x2.add(s1, f64x2.mul(f64x2.convert_low_i32x4_s(upper(low)), v128.load(weights, 16)));
    s2 = f64x2.add(s2, f64x2.mul(f64x2.convert_low_i32x4_s(high), v128.load(weights, 32)));
    s3 = f64x2.add(s3, f64x2.mul(f64x2.convert_low_i32x4_s(upper(high)), v128.load(weights, 48)));
  }
  let sum = sumF64(f64x2.add(f64x2.add(s0, s1), f64x2.add(s2, s3)));
  for (; a < end; a++, b++, weights += 8) sum += <f64>difference(a, b) * load<f64>(weights);
  return sum;
}

function upper(v: v128): v128 {
  return i32x4.shuffle(v, v, 2, 3, 2, 3);
}

/**
 * The Manhattan distance of two rows of float32, in eight partial sums of float64; something above `limit` when it
 * exceeds that.
 */
export function floatDistance(a: usize, b: usize, featureCount: i32, limit: f64): f64 {
  let s0 = f64x2.splat(0), s1 = s0, s2 = s0, s3 = s0;
  const end = a + ((<usize>featureCount) << 2), vectorEnd = a + ((<usize>(featureCount & ~7)) << 2);
  while (a < vectorEnd) {
    for (const runEnd = min(a + RUN * 4, vectorEnd); a < runEnd; a += 32, b += 32) {
      s0 = f64x2.add(s0, floatDifferences(a, b));
      s1 = f64x2.add(s1, floatDifferences(a + 8, b + 8));
      s2 = f64x2.add(s2, floatDifferences(a + 16, b + 16));
      s3 = f64x2.add(s3, floatDifferences(a + 24, b + 24));
    }
    const sum = sumF64(f64x2.add(f64x2.add(s0, s1), f64x2.add(s2, s3)));
    if (sum > limit) return sum;
  }
  let sum = sumF64(f64x2.add(f64x2.add(s0, s1), f64x2.add(s2, s3)));
  for (; a < end; a += 4, b += 4) sum += Math.abs(<f64>load<f32>(a) - <f64>load<f32>(b));
  return sum;
}

function floatDifferences(a: usize, b: usize): v128 {
  return f64x2.abs(
    f64x2.sub(f64x2.promote_low_f32x4(v128.load64_zero(a)), f64x2.promote_low_f32x4(v128.load64_zero(b))),
  );
}
