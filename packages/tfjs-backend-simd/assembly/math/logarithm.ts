import { everywhere, withCoefficient } from '../constants';

const SMALLEST_NORMAL = memory.data<f32>([1.17549435e-38]);
const SQUARE_ROOT_OF_HALF = memory.data<f32>([0.707106781186547524]);
const TWO_TO_23 = memory.data<f32>([8388608]);
const LOG_2_HIGH = memory.data<f32>([0.693359375]);
const LOG_2_LOW = memory.data<f32>([-2.1219444e-4]);
const HALF = memory.data<f32>([0.5]);
const ONE = memory.data<f32>([1]);
const INFINITE = memory.data<f32>([Infinity]);
const MANTISSA_BITS = memory.data<i32>([0x007fffff]);
/** Of `logf` of Cephes, from the highest power on. */
const COEFFICIENTS = memory.data<f32>([
  7.0376836292e-2, -1.151461031e-1, 1.167699874e-1, -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1,
  2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
]);

/** The natural logarithm to within 2 units in the last place. */
// @ts-ignore: decorator
@inline
export function logarithm(x: v128): v128 {
  const one = everywhere(ONE);
  const isSubnormal = f32x4.lt(x, everywhere(SMALLEST_NORMAL));
  const normal = v128.bitselect(f32x4.mul(x, everywhere(TWO_TO_23)), x, isSubnormal);
  let exponent = i32x4.sub(i32x4.shr_u(normal, 23), i32x4.splat(126));
  exponent = i32x4.sub(exponent, v128.and(isSubnormal, i32x4.splat(23)));
  let mantissa = v128.or(v128.and(normal, everywhere(MANTISSA_BITS)), everywhere(HALF));
  const isLow = f32x4.lt(mantissa, everywhere(SQUARE_ROOT_OF_HALF));
  exponent = i32x4.add(exponent, isLow);
  mantissa = f32x4.sub(f32x4.add(mantissa, v128.and(mantissa, isLow)), one);
  const y = ofMantissa(mantissa, f32x4.convert_i32x4_s(exponent));
  const isZero = f32x4.eq(x, f32x4.splat(0));
  const isFinite = f32x4.lt(x, everywhere(INFINITE));
  const positive = v128.bitselect(y, x, isFinite);
  const isValid = f32x4.ge(x, f32x4.splat(0));
  return v128.bitselect(f32x4.splat(-Infinity), v128.bitselect(positive, f32x4.splat(NaN), isValid), isZero);
}

/** `log(1 + x)` for `x >= 0` of any smallness: what `1 + x` rounds off is made good by the slope. */
// @ts-ignore: decorator
@inline
export function logarithmOfOnePlus(x: v128): v128 {
  const one = everywhere(ONE);
  const sum = f32x4.add(one, x);
  const rounded = f32x4.sub(sum, one);
  const y = f32x4.mul(logarithm(sum), f32x4.div(x, rounded));
  return v128.bitselect(x, y, f32x4.eq(rounded, f32x4.splat(0)));
}

// @ts-ignore: decorator
@inline
export function ofMantissa(m: v128, exponent: v128): v128 {
  const square = f32x4.mul(m, m);
  let y = everywhere(COEFFICIENTS);
  y = withCoefficient(y, m, COEFFICIENTS, 1);
  y = withCoefficient(y, m, COEFFICIENTS, 2);
  y = withCoefficient(y, m, COEFFICIENTS, 3);
  y = withCoefficient(y, m, COEFFICIENTS, 4);
  y = withCoefficient(y, m, COEFFICIENTS, 5);
  y = withCoefficient(y, m, COEFFICIENTS, 6);
  y = withCoefficient(y, m, COEFFICIENTS, 7);
  y = withCoefficient(y, m, COEFFICIENTS, 8);
  y = f32x4.mul(y, f32x4.mul(m, square));
  y = f32x4.add(y, f32x4.mul(exponent, everywhere(LOG_2_LOW)));
  y = f32x4.sub(y, f32x4.mul(everywhere(HALF), square));
  return f32x4.add(f32x4.add(m, y), f32x4.mul(exponent, everywhere(LOG_2_HIGH)));
}
