import { multiplyAdd } from '../multiply-add';

const LOG2_E: f32 = 1.44269504088896341;
const LOG_2_HIGH: f32 = 0.693359375;
const LOG_2_LOW: f32 = -2.1219444e-4;
/** `e^x` is 0 and infinite beyond. */
const LOWEST: f32 = -104;
const HIGHEST: f32 = 89;

/** `e^x` to within 2 units in the last place. */
// @ts-ignore: decorator
@inline
export function exponential(x: v128): v128 {
  const inside = clamped(x);
  const power = powerOfTwo(inside);
  const rest = restMinusOne(remainder(inside, power));
  return scaled(f32x4.add(rest, f32x4.splat(1)), power);
}

/** `e^x - 1` for `x <= 0`, to within 2 units in the last place. */
// @ts-ignore: decorator
@inline
export function exponentialMinusOne(x: v128): v128 {
  const inside = clamped(x);
  const power = powerOfTwo(inside);
  const one = f32x4.splat(1);
  const scale = scaled(one, power);
  return f32x4.add(scaled(restMinusOne(remainder(inside, power)), power), f32x4.sub(scale, one));
}

/** NaN stays. */
// @ts-ignore: decorator
@inline
export function clamped(x: v128): v128 {
  return f32x4.pmax(f32x4.pmin(x, f32x4.splat(HIGHEST)), f32x4.splat(LOWEST));
}

// @ts-ignore: decorator
@inline
export function powerOfTwo(x: v128): v128 {
  return f32x4.nearest(f32x4.mul(x, f32x4.splat(LOG2_E)));
}

// @ts-ignore: decorator
@inline
export function remainder(x: v128, power: v128): v128 {
  const high = multiplyAdd(power, f32x4.splat(-LOG_2_HIGH), x);
  return multiplyAdd(power, f32x4.splat(-LOG_2_LOW), high);
}

/** `e^r - 1` for `|r| <= log(2) / 2`, by the coefficients of Cephes' `expf`. */
// @ts-ignore: decorator
@inline
export function restMinusOne(r: v128): v128 {
  let y = f32x4.splat(1.98756915e-4);
  y = multiplyAdd(y, r, f32x4.splat(1.3981999507e-3));
  y = multiplyAdd(y, r, f32x4.splat(8.3334519073e-3));
  y = multiplyAdd(y, r, f32x4.splat(4.1665795894e-2));
  y = multiplyAdd(y, r, f32x4.splat(1.6666665459e-1));
  y = multiplyAdd(y, r, f32x4.splat(5.0000001201e-1));
  return multiplyAdd(y, f32x4.mul(r, r), r);
}

/** `x * 2^power` in two steps, as `2^power` alone may be out of range. */
// @ts-ignore: decorator
@inline
export function scaled(x: v128, power: v128): v128 {
  const whole = i32x4.trunc_sat_f32x4_s(power);
  const half = i32x4.shr_s(whole, 1);
  return f32x4.mul(f32x4.mul(x, twoTo(half)), twoTo(i32x4.sub(whole, half)));
}

// @ts-ignore: decorator
@inline
export function twoTo(exponent: v128): v128 {
  return i32x4.shl(i32x4.add(exponent, i32x4.splat(127)), 23);
}
