import { map } from './unary-operation';

@unmanaged
class Absolute {
  @inline
  of(x: v128, _a: v128, _b: v128): v128 {
    return f32x4.abs(x);
  }
}

@unmanaged
class Negative {
  @inline
  of(x: v128, _a: v128, _b: v128): v128 {
    return f32x4.neg(x);
  }
}

@unmanaged
class Square {
  @inline
  of(x: v128, _a: v128, _b: v128): v128 {
    return f32x4.mul(x, x);
  }
}

@unmanaged
class SquareRoot {
  @inline
  of(x: v128, _a: v128, _b: v128): v128 {
    return f32x4.sqrt(x);
  }
}

@unmanaged
class InverseSquareRoot {
  @inline
  of(x: v128, _a: v128, _b: v128): v128 {
    return f32x4.div(f32x4.splat(1), f32x4.sqrt(x));
  }
}

@unmanaged
class Reciprocal {
  @inline
  of(x: v128, _a: v128, _b: v128): v128 {
    return f32x4.div(f32x4.splat(1), x);
  }
}

export function unaryAbs(x: usize, y: usize, begin: i32, end: i32): void {
  map<Absolute>(x, y, 0, 0, begin, end);
}

export function unaryNeg(x: usize, y: usize, begin: i32, end: i32): void {
  map<Negative>(x, y, 0, 0, begin, end);
}

export function unarySquare(x: usize, y: usize, begin: i32, end: i32): void {
  map<Square>(x, y, 0, 0, begin, end);
}

export function unarySqrt(x: usize, y: usize, begin: i32, end: i32): void {
  map<SquareRoot>(x, y, 0, 0, begin, end);
}

export function unaryRsqrt(x: usize, y: usize, begin: i32, end: i32): void {
  map<InverseSquareRoot>(x, y, 0, 0, begin, end);
}

export function unaryReciprocal(x: usize, y: usize, begin: i32, end: i32): void {
  map<Reciprocal>(x, y, 0, 0, begin, end);
}
