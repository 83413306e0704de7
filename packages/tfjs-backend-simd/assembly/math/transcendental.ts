import { exponential } from './exponential';
import { logarithm, logarithmOfOnePlus } from './logarithm';
import { multiplyAdd } from '../multiply-add';
import { map } from './unary-operation';

@unmanaged
class Exponential {
  @inline
  of(x: v128, _a: v128, _b: v128): v128 {
    return exponential(x);
  }
}

@unmanaged
class Logarithm {
  @inline
  of(x: v128, _a: v128, _b: v128): v128 {
    return logarithm(x);
  }
}

@unmanaged
class Sigmoid {
  @inline
  of(x: v128, _a: v128, _b: v128): v128 {
    const one = f32x4.splat(1);
    return f32x4.div(one, f32x4.add(one, exponential(f32x4.neg(x))));
  }
}

/** By the coefficients of Cephes' `tanhf`. */
@unmanaged
class Tanh {
  @inline
  of(x: v128, _a: v128, _b: v128): v128 {
    const one = f32x4.splat(1);
    const square = f32x4.mul(x, x);
    let y = f32x4.splat(-5.70498872745e-3);
    y = multiplyAdd(y, square, f32x4.splat(2.06390887954e-2));
    y = multiplyAdd(y, square, f32x4.splat(-5.37397155531e-2));
    y = multiplyAdd(y, square, f32x4.splat(1.33314422036e-1));
    y = multiplyAdd(y, square, f32x4.splat(-3.33332819422e-1));
    const near = multiplyAdd(f32x4.mul(y, square), x, x);
    const size = f32x4.abs(x);
    const power = exponential(f32x4.add(size, size));
    const far = f32x4.sub(one, f32x4.div(f32x4.splat(2), f32x4.add(power, one)));
    const signed = v128.or(far, v128.and(x, i32x4.splat(0x80000000)));
    return v128.bitselect(near, signed, f32x4.lt(size, f32x4.splat(0.625)));
  }
}

/** `log(1 + e^x)`, without overflow: `max(x, 0) + log(1 + e^-|x|)`. */
@unmanaged
class Softplus {
  @inline
  of(x: v128, _a: v128, _b: v128): v128 {
    const rest = logarithmOfOnePlus(exponential(f32x4.neg(f32x4.abs(x))));
    return f32x4.add(f32x4.max(x, f32x4.splat(0)), rest);
  }
}

/** The error function to within 5e-7. @see Abramowitz and Stegun, 7.1.26, as tfjs. */
@unmanaged
class ErrorFunction {
  @inline
  of(x: v128, _a: v128, _b: v128): v128 {
    const one = f32x4.splat(1);
    const size = f32x4.abs(x);
    const t = f32x4.div(one, f32x4.add(one, f32x4.mul(f32x4.splat(0.3275911), size)));
    let y = f32x4.splat(1.061405429);
    y = multiplyAdd(y, t, f32x4.splat(-1.453152027));
    y = multiplyAdd(y, t, f32x4.splat(1.421413741));
    y = multiplyAdd(y, t, f32x4.splat(-0.284496736));
    y = multiplyAdd(y, t, f32x4.splat(0.254829592));
    const tail = f32x4.mul(f32x4.mul(y, t), exponential(f32x4.neg(f32x4.mul(x, x))));
    const signed = v128.or(f32x4.sub(one, tail), v128.and(x, i32x4.splat(0x80000000)));
    return v128.bitselect(x, signed, f32x4.eq(x, f32x4.splat(0)));
  }
}

export function unaryExp(x: usize, y: usize, begin: i32, end: i32): void {
  map<Exponential>(x, y, 0, 0, begin, end);
}

export function unaryLog(x: usize, y: usize, begin: i32, end: i32): void {
  map<Logarithm>(x, y, 0, 0, begin, end);
}

export function unarySigmoid(x: usize, y: usize, begin: i32, end: i32): void {
  map<Sigmoid>(x, y, 0, 0, begin, end);
}

export function unaryTanh(x: usize, y: usize, begin: i32, end: i32): void {
  map<Tanh>(x, y, 0, 0, begin, end);
}

export function unarySoftplus(x: usize, y: usize, begin: i32, end: i32): void {
  map<Softplus>(x, y, 0, 0, begin, end);
}

export function unaryErf(x: usize, y: usize, begin: i32, end: i32): void {
  map<ErrorFunction>(x, y, 0, 0, begin, end);
}
