import { store8 } from '../products/pair-tiles';

/**
 * Writes `sum over k of (left[k][i] - right[k][j])²` for four rows `i` and eight columns `j`, as float32 row after row,
 * summed in order of `k`: near vectors far from the origin keep their digits.
 *
 * @param left - `[length, 4]`
 * @param right - `[length, 8]`
 */
export function differFloats(left: usize, right: usize, length: i32, sums: usize): void {
  let s00 = f32x4.splat(0), s01 = s00, s10 = s00, s11 = s00;
  let s20 = s00, s21 = s00, s30 = s00, s31 = s00;
  const end = right + ((<usize>length) << 5);
  while (right < end) {
    const r0 = v128.load(right), r1 = v128.load(right, 16);
    const l0 = v128.load32_splat(left), l1 = v128.load32_splat(left, 4);
    s00 = f32x4.add(s00, squaredDifference(l0, r0));
    s01 = f32x4.add(s01, squaredDifference(l0, r1));
    s10 = f32x4.add(s10, squaredDifference(l1, r0));
    s11 = f32x4.add(s11, squaredDifference(l1, r1));
    const l2 = v128.load32_splat(left, 8), l3 = v128.load32_splat(left, 12);
    s20 = f32x4.add(s20, squaredDifference(l2, r0));
    s21 = f32x4.add(s21, squaredDifference(l2, r1));
    s30 = f32x4.add(s30, squaredDifference(l3, r0));
    s31 = f32x4.add(s31, squaredDifference(l3, r1));
    left += 16;
    right += 32;
  }
  store8(sums, s00, s01, s10, s11, s20, s21, s30, s31);
}

function squaredDifference(a: v128, b: v128): v128 {
  const difference = f32x4.sub(a, b);
  return f32x4.mul(difference, difference);
}
