import { Arithmetic, combine } from './binary-operation';
import { broadcastRows } from './broadcast-rows';

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

/** The operation of that number, with broadcasting. Items are rows. */
export function arithmetic(
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
      return combine<Addition>(a, b, y, rows, begin, end);
    case 1:
      return combine<Division>(a, b, y, rows, begin, end);
    case 2:
      return combine<EluGradient>(a, b, y, rows, begin, end);
    case 3:
      return combine<Maximum>(a, b, y, rows, begin, end);
    case 4:
      return combine<Minimum>(a, b, y, rows, begin, end);
    case 5:
      return combine<Multiplication>(a, b, y, rows, begin, end);
    case 6:
      return combine<ParametricRelu>(a, b, y, rows, begin, end);
    case 7:
      return combine<SquaredDifference>(a, b, y, rows, begin, end);
    case 8:
      return combine<Subtraction>(a, b, y, rows, begin, end);
  }
}
