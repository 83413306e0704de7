import { storeLanes } from '../lanes';

/** A function of two elements, four at a time, that makes numbers. Its methods know no object. */
@unmanaged
export class Arithmetic {
  @inline
  put(y: usize, element: usize, v: v128): void {
    v128.store(y + (element << 2), v);
  }

  @inline
  putSome(y: usize, element: usize, v: v128, count: i32): void {
    storeLanes(y + (element << 2), v, count);
  }
}

/** A function of two elements, four at a time, that makes bytes 1 or 0 of masks. */
@unmanaged
export class Comparison {
  @inline
  put(y: usize, element: usize, v: v128): void {
    v128.store32_lane(y + element, bytesOf(v), 0);
  }

  @inline
  putSome(y: usize, element: usize, v: v128, count: i32): void {
    const bytes = i32x4.extract_lane(bytesOf(v), 0);
    for (let lane = 0; lane < count; lane++) store<u8>(y + element + lane, bytes >> (lane << 3));
  }
}

// @ts-ignore: decorator
@inline
function bytesOf(mask: v128): v128 {
  const ones = i32x4.shr_u(mask, 31);
  const halves = i16x8.narrow_i32x4_u(ones, ones);
  return i8x16.narrow_i16x8_u(halves, halves);
}

/**
 * `y = F(a, b)` with broadcasting. Items are rows of `inner` elements, the last one maybe shorter; row `r` is row
 * `r % middle` of block `r / middle`. Steps of `a` and `b` are in elements, 0 where they are broadcast; those within a
 * row are 0 or 1.
 *
 * @param size - Elements of `y`.
 */
// @ts-ignore: decorator
@inline
export function combine<F>(
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
  const operation = changetype<F>(<usize>0);
  for (let row = begin; row < end; row++) {
    const block = row / middle;
    const line = row - block * middle;
    const start = <usize>row * <usize>inner;
    const count = min(inner, size - <i32>start);
    const fromA = a + (<usize>(block * aOuter + line * aMiddle) << 2);
    const fromB = b + (<usize>(block * bOuter + line * bMiddle) << 2);
    const whole = <usize>(count & ~3);
    const rest = count & 3;
    let i: usize = 0;
    if (aInner && bInner) {
      for (; i < whole; i += 4)
        operation.put(y, start + i, operation.of(v128.load(fromA + (i << 2)), v128.load(fromB + (i << 2))));
      if (rest) operation.putSome(y, start + i, operation.of(v128.load(fromA + (i << 2)), v128.load(fromB + (i << 2))), rest);
    } else if (aInner) {
      const each = v128.load32_splat(fromB);
      for (; i < whole; i += 4) operation.put(y, start + i, operation.of(v128.load(fromA + (i << 2)), each));
      if (rest) operation.putSome(y, start + i, operation.of(v128.load(fromA + (i << 2)), each), rest);
    } else {
      const each = v128.load32_splat(fromA);
      for (; i < whole; i += 4) operation.put(y, start + i, operation.of(each, v128.load(fromB + (i << 2))));
      if (rest) operation.putSome(y, start + i, operation.of(each, v128.load(fromB + (i << 2))), rest);
    }
  }
}
