import { intsOfBytes } from './select';

const TWO_TO_63: f32 = 9223372036854775808.0;

/** Items are fours, in all of these. */
export function castBoolToFloat(x: usize, y: usize, begin: i32, end: i32): void {
  for (let four = <usize>begin; four < <usize>end; four++)
    v128.store(y + (four << 4), f32x4.convert_i32x4_s(intsOfBytes(x + (four << 2))));
}

export function castBoolToInt(x: usize, y: usize, begin: i32, end: i32): void {
  for (let four = <usize>begin; four < <usize>end; four++)
    v128.store(y + (four << 4), intsOfBytes(x + (four << 2)));
}

export function castIntToFloat(x: usize, y: usize, begin: i32, end: i32): void {
  for (let at = (<usize>begin) << 4; at < (<usize>end) << 4; at += 16)
    v128.store(y + at, f32x4.convert_i32x4_s(v128.load(x + at)));
}

/** As JavaScript's ToInt32: towards zero, modulo 2^32, and 0 of what is not finite. */
export function castFloatToInt(x: usize, y: usize, begin: i32, end: i32): void {
  for (let at = (<usize>begin) << 4; at < (<usize>end) << 4; at += 4) {
    const value = load<f32>(x + at);
    store<i32>(y + at, abs(value) < TWO_TO_63 ? <i32>(<i64>value) : 0);
  }
}
