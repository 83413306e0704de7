import { Comparison, combine } from './binary-operation';
import { broadcastRows } from './broadcast-rows';

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

/** The comparison of that number, with broadcasting. Items are rows. */
export function comparison(
  operation: i32,
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
  const rows = broadcastRows(size, inner, middle, aInner, aMiddle, aOuter, bInner, bMiddle, bOuter);
  switch (operation) {
    case 0:
      return combine<Equal>(a, b, y, rows, begin, end);
    case 1:
      return combine<Greater>(a, b, y, rows, begin, end);
    case 2:
      return combine<GreaterEqual>(a, b, y, rows, begin, end);
    case 3:
      return combine<Less>(a, b, y, rows, begin, end);
    case 4:
      return combine<LessEqual>(a, b, y, rows, begin, end);
    case 5:
      return combine<NotEqual>(a, b, y, rows, begin, end);
  }
}
