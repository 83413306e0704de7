import { sumF64, sumI32 } from '../lanes';

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
