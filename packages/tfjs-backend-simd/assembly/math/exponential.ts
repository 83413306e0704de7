import { everywhere, withCoefficient } from '../constants';
import { multiplyAdd } from '../multiply-add';

const LOG2_E = memory.data<f32>([1.44269504088896341]);
const MINUS_LOG_2_HIGH = memory.data<f32>([-0.693359375]);
const MINUS_LOG_2_LOW = memory.data<f32>([2.1219444e-4]);
const ONE = memory.data<f32>([1]);
/** Numbers that are this much larger have their whole part in the last bits. */
const ROUNDING = memory.data<f32>([12582912]);
/** `e^x` is 0 and infinite beyond. */
const LOWEST = memory.data<f32>([-104]);
const HIGHEST = memory.data<f32>([89]);
/** What float32 adds to exponents. */
const BIAS = memory.data<i32>([127]);
/** Of Cephes' `expf`, from the highest power on. */
const COEFFICIENTS = memory.data<f32>([
  1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1,
]);

/** `e^x` to within 2 units in the last place. */
// @ts-ignore: decorator
@inline
export function exponential(x: v128): v128 {
  const inside = clamped(x);
  const power = powerOfTwo(inside);
  const rest = restMinusOne(remainder(inside, power));
  return scaled(f32x4.add(rest, everywhere(ONE)), power);
}

/** `e^x - 1` for `x <= 0`, to within 2 units in the last place. */
// @ts-ignore: decorator
@inline
export function exponentialMinusOne(x: v128): v128 {
  const inside = clamped(x);
  const power = powerOfTwo(inside);
  const one = everywhere(ONE);
  const scale = scaled(one, power);
  return f32x4.add(scaled(restMinusOne(remainder(inside, power)), power), f32x4.sub(scale, one));
}

/** NaN stays. */
// @ts-ignore: decorator
@inline
export function clamped(x: v128): v128 {
  return f32x4.pmax(f32x4.pmin(x, everywhere(HIGHEST)), everywhere(LOWEST));
}

// @ts-ignore: decorator
@inline
export function powerOfTwo(x: v128): v128 {
  const magic = everywhere(ROUNDING);
  return f32x4.sub(multiplyAdd(x, everywhere(LOG2_E), magic), magic);
}

// @ts-ignore: decorator
@inline
export function remainder(x: v128, power: v128): v128 {
  const high = multiplyAdd(power, everywhere(MINUS_LOG_2_HIGH), x);
  return multiplyAdd(power, everywhere(MINUS_LOG_2_LOW), high);
}

/** `e^r - 1` for `|r| <= log(2) / 2`. */
// @ts-ignore: decorator
@inline
export function restMinusOne(r: v128): v128 {
  let y = everywhere(COEFFICIENTS);
  y = withCoefficient(y, r, COEFFICIENTS, 1);
  y = withCoefficient(y, r, COEFFICIENTS, 2);
  y = withCoefficient(y, r, COEFFICIENTS, 3);
  y = withCoefficient(y, r, COEFFICIENTS, 4);
  y = withCoefficient(y, r, COEFFICIENTS, 5);
  return multiplyAdd(y, f32x4.mul(r, r), r);
}

/** `x * 2^power` in two steps, as `2^power` alone may be out of range. */
// @ts-ignore: decorator
@inline
export function scaled(x: v128, power: v128): v128 {
  const magic = everywhere(ROUNDING);
  const whole = i32x4.sub(f32x4.add(power, magic), magic);
  const half = i32x4.shr_s(whole, 1);
  return f32x4.mul(f32x4.mul(x, twoTo(half)), twoTo(i32x4.sub(whole, half)));
}

// @ts-ignore: decorator
@inline
export function twoTo(exponent: v128): v128 {
  return i32x4.shl(i32x4.add(exponent, everywhere(BIAS)), 23);
}
