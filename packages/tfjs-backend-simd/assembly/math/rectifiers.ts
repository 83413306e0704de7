import { exponentialMinusOne } from './exponential';
import { map } from './unary-operation';

@unmanaged
class Relu {
  @inline
  of(x: v128, _a: v128, _b: v128): v128 {
    return f32x4.max(x, f32x4.splat(0));
  }
}

@unmanaged
class Relu6 {
  @inline
  of(x: v128, _a: v128, _b: v128): v128 {
    return f32x4.min(f32x4.max(x, f32x4.splat(0)), f32x4.splat(6));
  }
}

@unmanaged
class LeakyRelu {
  @inline
  of(x: v128, slope: v128, _b: v128): v128 {
    return v128.bitselect(f32x4.mul(slope, x), x, f32x4.lt(x, f32x4.splat(0)));
  }
}

@unmanaged
class Elu {
  @inline
  of(x: v128, _a: v128, _b: v128): v128 {
    return v128.bitselect(x, exponentialMinusOne(x), f32x4.ge(x, f32x4.splat(0)));
  }
}

@unmanaged
class Selu {
  @inline
  of(x: v128, scale: v128, scaleAlpha: v128): v128 {
    const below = f32x4.mul(scaleAlpha, exponentialMinusOne(x));
    return v128.bitselect(f32x4.mul(scale, x), below, f32x4.ge(x, f32x4.splat(0)));
  }
}

/** `highest` where x is above it, else `lowest` where x is below it; NaN stays. */
@unmanaged
class Clip {
  @inline
  of(x: v128, lowest: v128, highest: v128): v128 {
    const atLeast = v128.bitselect(lowest, x, f32x4.lt(x, lowest));
    return v128.bitselect(highest, atLeast, f32x4.gt(x, highest));
  }
}

/** 1 above 0, `below` elsewhere; NaN stays. */
@unmanaged
class Step {
  @inline
  of(x: v128, below: v128, _b: v128): v128 {
    const step = v128.bitselect(f32x4.splat(1), below, f32x4.gt(x, f32x4.splat(0)));
    return v128.bitselect(step, x, f32x4.eq(x, x));
  }
}

export function unaryRelu(x: usize, y: usize, begin: i32, end: i32): void {
  map<Relu>(x, y, 0, 0, begin, end);
}

export function unaryRelu6(x: usize, y: usize, begin: i32, end: i32): void {
  map<Relu6>(x, y, 0, 0, begin, end);
}

export function unaryLeakyRelu(x: usize, y: usize, slope: f32, begin: i32, end: i32): void {
  map<LeakyRelu>(x, y, slope, 0, begin, end);
}

export function unaryElu(x: usize, y: usize, begin: i32, end: i32): void {
  map<Elu>(x, y, 0, 0, begin, end);
}

export function unarySelu(x: usize, y: usize, scale: f32, scaleAlpha: f32, begin: i32, end: i32): void {
  map<Selu>(x, y, scale, scaleAlpha, begin, end);
}

export function unaryClip(x: usize, y: usize, lowest: f32, highest: f32, begin: i32, end: i32): void {
  map<Clip>(x, y, lowest, highest, begin, end);
}

export function unaryStep(x: usize, y: usize, below: f32, begin: i32, end: i32): void {
  map<Step>(x, y, below, 0, begin, end);
}
