/** `y[i] = condition[i] == 1 ? t[i] : e[i]`; conditions are bytes. Items are fours. */
export function selectValues(condition: usize, t: usize, e: usize, y: usize, begin: i32, end: i32): void {
  for (let four = <usize>begin; four < <usize>end; four++) {
    const mask = i32x4.eq(intsOfBytes(condition + (four << 2)), i32x4.splat(1));
    const at = four << 4;
    v128.store(y + at, v128.bitselect(v128.load(t + at), v128.load(e + at), mask));
  }
}

/** Four bytes as int32. */
// @ts-ignore: decorator
@inline
export function intsOfBytes(at: usize): v128 {
  return i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(at)));
}
