import { combine, Arithmetic } from './binary-operation';

@unmanaged
class Addition extends Arithmetic {
  @inline
  of(a: v128, b: v128): v128 {
    return f32x4.add(a, b);
  }
}

@unmanaged
class Subtraction extends Arithmetic {
  @inline
  of(a: v128, b: v128): v128 {
    return f32x4.sub(a, b);
  }
}

@unmanaged
class Multiplication extends Arithmetic {
  @inline
  of(a: v128, b: v128): v128 {
    return f32x4.mul(a, b);
  }
}

@unmanaged
class Division extends Arithmetic {
  @inline
  of(a: v128, b: v128): v128 {
    return f32x4.div(a, b);
  }
}

@unmanaged
class Maximum extends Arithmetic {
  @inline
  of(a: v128, b: v128): v128 {
    return f32x4.max(a, b);
  }
}

@unmanaged
class Minimum extends Arithmetic {
  @inline
  of(a: v128, b: v128): v128 {
    return f32x4.min(a, b);
  }
}

@unmanaged
class SquaredDifference extends Arithmetic {
  @inline
  of(a: v128, b: v128): v128 {
    return f32x4.mul(f32x4.sub(a, b), f32x4.sub(a, b));
  }
}

@unmanaged
class ParametricRelu extends Arithmetic {
  @inline
  of(a: v128, b: v128): v128 {
    return v128.bitselect(f32x4.mul(b, a), a, f32x4.lt(a, f32x4.splat(0)));
  }
}

/** `a` is the gradient of the output `b`. */
@unmanaged
class EluGradient extends Arithmetic {
  @inline
  of(a: v128, b: v128): v128 {
    return v128.bitselect(a, f32x4.mul(a, f32x4.add(b, f32x4.splat(1))), f32x4.ge(b, f32x4.splat(0)));
  }
}

export function binaryAdd(
  a: usize,
  b: usize,
  y: usize,
  size: i32,
  inner: i32,
  middle: i32,
  aInner: i32,
  aMiddle: i32,
  aOuter: i32,
  bInner: i32,
  bMiddle: i32,
  bOuter: i32,
  begin: i32,
  end: i32,
): void {
  combine<Addition>(a, b, y, size, inner, middle, aInner, aMiddle, aOuter, bInner, bMiddle, bOuter, begin, end);
}

export function binarySub(
  a: usize,
  b: usize,
  y: usize,
  size: i32,
  inner: i32,
  middle: i32,
  aInner: i32,
  aMiddle: i32,
  aOuter: i32,
  bInner: i32,
  bMiddle: i32,
  bOuter: i32,
  begin: i32,
  end: i32,
): void {
  combine<Subtraction>(a, b, y, size, inner, middle, aInner, aMiddle, aOuter, bInner, bMiddle, bOuter, begin, end);
}

export function binaryMultiply(
  a: usize,
  b: usize,
  y: usize,
  size: i32,
  inner: i32,
  middle: i32,
  aInner: i32,
  aMiddle: i32,
  aOuter: i32,
  bInner: i32,
  bMiddle: i32,
  bOuter: i32,
  begin: i32,
  end: i32,
): void {
  combine<Multiplication>(a, b, y, size, inner, middle, aInner, aMiddle, aOuter, bInner, bMiddle, bOuter, begin, end);
}

export function binaryDivide(
  a: usize,
  b: usize,
  y: usize,
  size: i32,
  inner: i32,
  middle: i32,
  aInner: i32,
  aMiddle: i32,
  aOuter: i32,
  bInner: i32,
  bMiddle: i32,
  bOuter: i32,
  begin: i32,
  end: i32,
): void {
  combine<Division>(a, b, y, size, inner, middle, aInner, aMiddle, aOuter, bInner, bMiddle, bOuter, begin, end);
}

export function binaryMaximum(
  a: usize,
  b: usize,
  y: usize,
  size: i32,
  inner: i32,
  middle: i32,
  aInner: i32,
  aMiddle: i32,
  aOuter: i32,
  bInner: i32,
  bMiddle: i32,
  bOuter: i32,
  begin: i32,
  end: i32,
): void {
  combine<Maximum>(a, b, y, size, inner, middle, aInner, aMiddle, aOuter, bInner, bMiddle, bOuter, begin, end);
}

export function binaryMinimum(
  a: usize,
  b: usize,
  y: usize,
  size: i32,
  inner: i32,
  middle: i32,
  aInner: i32,
  aMiddle: i32,
  aOuter: i32,
  bInner: i32,
  bMiddle: i32,
  bOuter: i32,
  begin: i32,
  end: i32,
): void {
  combine<Minimum>(a, b, y, size, inner, middle, aInner, aMiddle, aOuter, bInner, bMiddle, bOuter, begin, end);
}

export function binarySquaredDifference(
  a: usize,
  b: usize,
  y: usize,
  size: i32,
  inner: i32,
  middle: i32,
  aInner: i32,
  aMiddle: i32,
  aOuter: i32,
  bInner: i32,
  bMiddle: i32,
  bOuter: i32,
  begin: i32,
  end: i32,
): void {
  combine<SquaredDifference>(a, b, y, size, inner, middle, aInner, aMiddle, aOuter, bInner, bMiddle, bOuter, begin, end);
}

export function binaryPrelu(
  a: usize,
  b: usize,
  y: usize,
  size: i32,
  inner: i32,
  middle: i32,
  aInner: i32,
  aMiddle: i32,
  aOuter: i32,
  bInner: i32,
  bMiddle: i32,
  bOuter: i32,
  begin: i32,
  end: i32,
): void {
  combine<ParametricRelu>(a, b, y, size, inner, middle, aInner, aMiddle, aOuter, bInner, bMiddle, bOuter, begin, end);
}

export function binaryEluGradient(
  a: usize,
  b: usize,
  y: usize,
  size: i32,
  inner: i32,
  middle: i32,
  aInner: i32,
  aMiddle: i32,
  aOuter: i32,
  bInner: i32,
  bMiddle: i32,
  bOuter: i32,
  begin: i32,
  end: i32,
): void {
  combine<EluGradient>(a, b, y, size, inner, middle, aInner, aMiddle, aOuter, bInner, bMiddle, bOuter, begin, end);
}
