import { combine, Comparison } from './binary-operation';

@unmanaged
class Equal extends Comparison {
  @inline
  of(a: v128, b: v128): v128 {
    return f32x4.eq(a, b);
  }
}

@unmanaged
class NotEqual extends Comparison {
  @inline
  of(a: v128, b: v128): v128 {
    return f32x4.ne(a, b);
  }
}

@unmanaged
class Greater extends Comparison {
  @inline
  of(a: v128, b: v128): v128 {
    return f32x4.gt(a, b);
  }
}

@unmanaged
class GreaterEqual extends Comparison {
  @inline
  of(a: v128, b: v128): v128 {
    return f32x4.ge(a, b);
  }
}

@unmanaged
class Less extends Comparison {
  @inline
  of(a: v128, b: v128): v128 {
    return f32x4.lt(a, b);
  }
}

@unmanaged
class LessEqual extends Comparison {
  @inline
  of(a: v128, b: v128): v128 {
    return f32x4.le(a, b);
  }
}

export function compareEqual(
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
  combine<Equal>(a, b, y, size, inner, middle, aInner, aMiddle, aOuter, bInner, bMiddle, bOuter, begin, end);
}

export function compareNotEqual(
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
  combine<NotEqual>(a, b, y, size, inner, middle, aInner, aMiddle, aOuter, bInner, bMiddle, bOuter, begin, end);
}

export function compareGreater(
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
  combine<Greater>(a, b, y, size, inner, middle, aInner, aMiddle, aOuter, bInner, bMiddle, bOuter, begin, end);
}

export function compareGreaterEqual(
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
  combine<GreaterEqual>(a, b, y, size, inner, middle, aInner, aMiddle, aOuter, bInner, bMiddle, bOuter, begin, end);
}

export function compareLess(
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
  combine<Less>(a, b, y, size, inner, middle, aInner, aMiddle, aOuter, bInner, bMiddle, bOuter, begin, end);
}

export function compareLessEqual(
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
  combine<LessEqual>(a, b, y, size, inner, middle, aInner, aMiddle, aOuter, bInner, bMiddle, bOuter, begin, end);
}
