import { sumF32, sumF64, sumI32 } from '../lanes';

/** Features after which a sum may be left. */
const RUN: usize = 128;

/** The squared distance of two rows of bytes. */
export function squaredByteDistance(a: usize, b: usize, featureCount: i32): i32 {
  let s0 = i32x4.splat(0), s1 = s0;
  const end = a + <usize>featureCount, vectorEnd = a + <usize>(featureCount & ~15);
  while (a < vectorEnd) {
    const d0 = i16x8.sub(v128.load8x8_u(a), v128.load8x8_u(b));
    const d1 = i16x8.sub(v128.load8x8_u(a, 8), v128.load8x8_u(b, 8));
    s0 = i32x4.add(s0, i32x4.dot_i16x8_s(d0, d0));
    s1 = i32x4.add(s1, i32x4.dot_i16x8_s(d1, d1));
    a += 16;
    b += 16;
  }
  let sum = sumI32(i32x4.add(s0, s1));
  for (; a < end; a++, b++) {
    const difference = <i32>load<u8>(a) - <i32>load<u8>(b);
    sum += difference * difference;
  }
  return sum;
}

/** The distance of two rows of float32, summed in eight partial sums of float64 and rounded to float32. */
export function floatDistance(a: usize, b: usize, featureCount: i32): f32 {
  let s0 = f64x2.splat(0), s1 = s0, s2 = s0, s3 = s0;
  const end = a + ((<usize>featureCount) << 2), vectorEnd = a + ((<usize>(featureCount & ~7)) << 2);
  while (a < vectorEnd) {
    s0 = addSquares(s0, a, b);
    s1 = addSquares(s1, a + 8, b + 8);
    s2 = addSquares(s2, a + 16, b + 16);
    s3 = addSquares(s3, a + 24, b + 24);
    a += 32;
    b += 32;
  }
  let sum = sumF64(f64x2.add(f64x2.add(s0, s1), f64x2.add(s2, s3)));
  for (; a < end; a += 4, b += 4) {
    const difference = <f64>load<f32>(a) - <f64>load<f32>(b);
    sum += difference * difference;
  }
  return <f32>Math.sqrt(sum);
}

function addSquares(sums: v128, a: usize, b: usize): v128 {
  const difference = f64x2.sub(
    f64x2.promote_low_f32x4(v128.load64_zero(a)),
    f64x2.promote_low_f32x4(v128.load64_zero(b)),
  );
  return f64x2.add(sums, f64x2.mul(difference, difference));
}

/**
 * The distance of two rows of bytes whose differences are weighted, summed and rounded like that of float32.
 *
 * @param weights - float64
 */
export function weightedDistance(a: usize, b: usize, weights: usize, featureCount: i32): f32 {
  let s0 = f64x2.splat(0), s1 = s0, s2 = s0, s3 = s0;
  const end = a + <usize>featureCount, vectorEnd = a + <usize>(featureCount & ~7);
  for (; a < vectorEnd; a += 8, b += 8, weights += 64) {
    const differences = i16x8.sub(v128.load8x8_u(a), v128.load8x8_u(b));
    const low = i32x4.extend_low_i16x8_s(differences), high = i32x4.extend_high_i16x8_s(differences);
    s0 = addWeightedSquares(s0, low, weights);
    s1 = addWeightedSquares(s1, i32x4.shuffle(low, low, 2, 3, 2, 3), weights + 16);
    s2 = addWeightedSquares(s2, high, weights + 32);
    s3 = addWeightedSquares(s3, i32x4.shuffle(high, high, 2, 3, 2, 3), weights + 48);
  }
  let sum = sumF64(f64x2.add(f64x2.add(s0, s1), f64x2.add(s2, s3)));
  for (; a < end; a++, b++, weights += 8) {
    const difference = (<f64>load<u8>(a) - <f64>load<u8>(b)) * load<f64>(weights);
    sum += difference * difference;
  }
  return <f32>Math.sqrt(sum);
}

/**
 * About the square of that distance: in float32, left as soon as it exceeds `limit`.
 *
 * @param weights - float32
 */
export function roughWeightedSquare(a: usize, b: usize, weights: usize, featureCount: i32, limit: f32): f32 {
  let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0;
  const end = a + <usize>featureCount, vectorEnd = a + <usize>(featureCount & ~15);
  while (a < vectorEnd) {
    for (const runEnd = min(a + RUN, vectorEnd); a < runEnd; a += 16, b += 16, weights += 64) {
      const x = v128.load(a), y = v128.load(b);
      const differences = v128.or(i8x16.sub_sat_u(x, y), i8x16.sub_sat_u(y, x));
      const low = i16x8.extend_low_i8x16_u(differences), high = i16x8.extend_high_i8x16_u(differences);
      s0 = addRoughSquares(s0, i32x4.extend_low_i16x8_u(low), weights);
      s1 = addRoughSquares(s1, i32x4.extend_high_i16x8_u(low), weights + 16);
      s2 = addRoughSquares(s2, i32x4.extend_low_i16x8_u(high), weights + 32);
      s3 = addRoughSquares(s3, i32x4.extend_high_i16x8_u(high), weights + 48);
    }
    const sum = sumF32(f32x4.add(f32x4.add(s0, s1), f32x4.add(s2, s3)));
    if (sum > limit) return sum;
  }
  let sum = sumF32(f32x4.add(f32x4.add(s0, s1), f32x4.add(s2, s3)));
  for (; a < end; a++, b++, weights += 4) {
    const difference = (<f32>load<u8>(a) - <f32>load<u8>(b)) * load<f32>(weights);
    sum += difference * difference;
  }
  return sum;
}

function addRoughSquares(sums: v128, differences: v128, weights: usize): v128 {
  const weighted = f32x4.mul(f32x4.convert_i32x4_s(differences), v128.load(weights));
  return f32x4.add(sums, f32x4.mul(weighted, weighted));
}

function addWeightedSquares(sums: v128, differences: v128, weights: usize): v128 {
  const weighted = f64x2.mul(f64x2.convert_low_i32x4_s(differences), v128.load(weights));
  return f64x2.add(sums, f64x2.mul(weighted, weighted));
}
