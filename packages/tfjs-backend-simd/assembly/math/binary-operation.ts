import { storeLanes } from '../lanes';
import { BroadcastRows } from './broadcast-rows';

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
export function bytesOf(mask: v128): v128 {
  const ones = i32x4.shr_u(mask, 31);
  const halves = i16x8.narrow_i32x4_u(ones, ones);
  return i8x16.narrow_i16x8_u(halves, halves);
}

/** `y = F(a, b)` with broadcasting. Items are rows. */
export function combine<F>(a: usize, b: usize, y: usize, rows: BroadcastRows, begin: i32, end: i32): void {
  const operation = changetype<F>(<usize>0);
  const inner = rows.inner;
  const isRowOfA = rows.aInner == 1;
  const isRowOfB = rows.bInner == 1;
  for (let row = begin; row < end; row++) {
    const block = row / rows.middle;
    const line = row - block * rows.middle;
    const start = <usize>row * <usize>inner;
    const count = min(inner, rows.size - <i32>start);
    const fromA = a + ((<usize>(block * rows.aOuter + line * rows.aMiddle)) << 2);
    const fromB = b + ((<usize>(block * rows.bOuter + line * rows.bMiddle)) << 2);
    const whole = <usize>(count & ~3);
    const rest = count & 3;
    let i: usize = 0;
    if (isRowOfA && isRowOfB) {
      for (; i < whole; i += 4)
        operation.put(y, start + i, operation.of(v128.load(fromA + (i << 2)), v128.load(fromB + (i << 2))));
      const last = operation.of(v128.load(fromA + (i << 2)), v128.load(fromB + (i << 2)));
      operation.putSome(y, start + i, last, rest);
    } else if (isRowOfA) {
      const each = v128.load32_splat(fromB);
      for (; i < whole; i += 4) operation.put(y, start + i, operation.of(v128.load(fromA + (i << 2)), each));
      operation.putSome(y, start + i, operation.of(v128.load(fromA + (i << 2)), each), rest);
    } else {
      const each = v128.load32_splat(fromA);
      for (; i < whole; i += 4) operation.put(y, start + i, operation.of(each, v128.load(fromB + (i << 2))));
      operation.putSome(y, start + i, operation.of(each, v128.load(fromB + (i << 2))), rest);
    }
  }
}
