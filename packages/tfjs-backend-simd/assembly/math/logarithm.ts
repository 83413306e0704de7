import { multiplyAdd } from '../multiply-add';

const SMALLEST_NORMAL: f32 = 1.17549435e-38;
const SQUARE_ROOT_OF_HALF: f32 = 0.707106781186547524;
const TWO_TO_23: f32 = 8388608;

/** The natural logarithm to within 2 units in the last place, by the coefficients of Cephes' `logf`. */
// @ts-ignore: decorator
@inline
export function logarithm(x: v128): v128 {
  const one = f32x4.splat(1);
  const isSubnormal = f32x4.lt(x, f32x4.splat(SMALLEST_NORMAL));
  const normal = v128.bitselect(f32x4.mul(x, f32x4.splat(TWO_TO_23)), x, isSubnormal);
  let exponent = i32x4.sub(i32x4.shr_u(normal, 23), i32x4.splat(126));
  exponent = i32x4.sub(exponent, v128.and(isSubnormal, i32x4.splat(23)));
  let mantissa = v128.or(v128.and(normal, i32x4.splat(0x007fffff)), i32x4.splat(0x3f000000));
  const isLow = f32x4.lt(mantissa, f32x4.splat(SQUARE_ROOT_OF_HALF));
  exponent = i32x4.add(exponent, isLow);
  mantissa = f32x4.sub(f32x4.add(mantissa, v128.and(mantissa, isLow)), one);
  const y = ofMantissa(mantissa, f32x4.convert_i32x4_s(exponent));
  const isZero = f32x4.eq(x, f32x4.splat(0));
  const isFinite = f32x4.lt(x, f32x4.splat(Infinity));
  const positive = v128.bitselect(y, x, isFinite);
  const isValid = f32x4.ge(x, f32x4.splat(0));
  return v128.bitselect(f32x4.splat(-Infinity), v128.bitselect(positive, f32x4.splat(NaN), isValid), isZero);
}

/** `log(1 + x)` for `x >= 0` of any smallness: what `1 + x` rounds off is made good by the slope. */
// @ts-ignore: decorator
@inline
export function logarithmOfOnePlus(x: v128): v128 {
  const one = f32x4.splat(1);
  const sum = f32x4.add(one, x);
  const rounded = f32x4.sub(sum, one);
  const y = f32x4.mul(logarithm(sum), f32x4.div(x, rounded));
  return v128.bitselect(x, y, f32x4.eq(rounded, f32x4.splat(0)));
}

// @ts-ignore: decorator
@inline
export function ofMantissa(m: v128, exponent: v128): v128 {
  const square = f32x4.mul(m, m);
  let y = f32x4.splat(7.0376836292e-2);
  y = multiplyAdd(y, m, f32x4.splat(-1.151461031e-1));
  y = multiplyAdd(y, m, f32x4.splat(1.167699874e-1));
  y = multiplyAdd(y, m, f32x4.splat(-1.2420140846e-1));
  y = multiplyAdd(y, m, f32x4.splat(1.4249322787e-1));
  y = multiplyAdd(y, m, f32x4.splat(-1.6668057665e-1));
  y = multiplyAdd(y, m, f32x4.splat(2.0000714765e-1));
  y = multiplyAdd(y, m, f32x4.splat(-2.4999993993e-1));
  y = multiplyAdd(y, m, f32x4.splat(3.3333331174e-1));
  y = f32x4.mul(y, f32x4.mul(m, square));
  y = f32x4.add(y, f32x4.mul(exponent, f32x4.splat(-2.1219444e-4)));
  y = f32x4.sub(y, f32x4.mul(f32x4.splat(0.5), square));
  return f32x4.add(f32x4.add(m, y), f32x4.mul(exponent, f32x4.splat(0.693359375)));
}
